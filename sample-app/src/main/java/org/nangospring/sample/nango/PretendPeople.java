package org.nangospring.sample.nango;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Makes up people by their numbers. All of the first two thousand have different names.
 */
final class PretendPeople {

	private static final List<String> FIRST_NAMES = List.of("Amara", "Benedikt", "Chiara", "Dmitri", "Elif", "Farid",
			"Greta", "Hiroshi", "Inés", "Jonas", "Kavya", "Liam", "Mei", "Noah", "Olumide", "Priya", "Quentin", "Rosa",
			"Sami", "Tove", "Ursula", "Viktor", "Wanjiru", "Ximena", "Yusuf", "Zoë", "Aiko", "Björn", "Camila",
			"Daniel", "Esther", "Felipe", "Gulnara", "Henrik", "Imani", "Jamal", "Katarzyna", "Leilani", "Marek",
			"Nadia", "Oscar", "Paola", "Rashid", "Sofía", "Thandiwe", "Ulrich", "Wen");

	private static final List<String> LAST_NAMES = List.of("Okafor", "Lindqvist", "Moretti", "Tanaka", "Haddad",
			"Nováková", "Silva", "Kaya", "Weber", "Murphy", "Iyer", "Dubois", "Chen", "Popov", "García", "Nguyen",
			"Berg", "Mensah", "Kowalski", "O'Brien", "Reyes", "Schmidt", "Yamamoto", "Abebe", "Johansson", "Castillo",
			"Rahman", "Fischer", "Kamau", "Petrov", "Santos", "Larsen", "Aydin", "Kim", "Rossi", "Hoang", "Walker",
			"Nkosi", "Peeters", "Sato", "Ali");

	private static final List<String> TITLES = List.of("Software engineer", "Product designer", "Product manager",
			"Support specialist", "Data analyst", "Account executive", "Engineering manager",
			"Site reliability engineer", "Technical writer", "Customer success manager", "Recruiter", "Accountant",
			"Security engineer", "Marketing manager", "Office manager", "Researcher", "Solutions architect",
			"QA engineer");

	private static final List<String> TIME_ZONES = List.of("Europe/Berlin", "Europe/London", "America/New_York",
			"Asia/Tokyo", "Africa/Lagos", "America/Sao_Paulo", "Asia/Kolkata", "Europe/Warsaw", "America/Los_Angeles",
			"Africa/Nairobi", "Australia/Sydney");

	private PretendPeople() {
	}

	static Person person(int number) {
		// the two lists have no common divisor, so that pairs repeat as late as possible
		return new Person(FIRST_NAMES.get(number * 7 % FIRST_NAMES.size()),
				LAST_NAMES.get(number * 11 % LAST_NAMES.size()));
	}

	static String title(int number) {
		return TITLES.get(number * 5 % TITLES.size());
	}

	static String timeZone(int number) {
		return TIME_ZONES.get(number * 3 % TIME_ZONES.size());
	}

	/**
	 * A name.
	 *
	 * @param first the first name
	 * @param last the last name
	 */
	record Person(String first, String last) {

		String fullName() {
			return this.first + " " + this.last;
		}

		/**
		 * The name in a form for addresses.
		 * @return small letters with a dot, such as {@code ines.okafor}
		 */
		String login() {
			return Normalizer.normalize(this.first + "." + this.last, Normalizer.Form.NFD)
				.replaceAll("[^a-zA-Z.]", "")
				.toLowerCase(Locale.ROOT);
		}

	}

}
