context['stub']?.stop(0)

def lines = new File(basedir, 'build.log').readLines().findAll { it =~ /^(plain|servlet|reactive): / }
def expected = [
	'plain: token from-the-stub',
	'servlet: token from-the-stub',
	'servlet: health status 404',
	'servlet: token from-the-stub',
	/servlet: health \{.*"nango":\{"status":"UP"\}.*\}/,
	'reactive: token from-the-stub',
	'reactive: health status 404',
	'reactive: token from-the-stub',
	/reactive: health \{.*"nango":\{"status":"UP"\}.*\}/
]
def matches = lines.size() == expected.size() && [lines, expected].transpose().every { line, pattern -> line ==~ pattern }
if (!matches) {
	throw new IllegalStateException("The applications should have printed\n${expected.join('\n')}\nbut printed\n${lines.join('\n')}")
}
