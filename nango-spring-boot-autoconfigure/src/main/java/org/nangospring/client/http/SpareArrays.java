package org.nangospring.client.http;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Arrays for whoever reads one large answer after another: those of answers that have
 * been read serve again. To a collector that works in regions arrays of this size are a
 * burden, in a small heap most of all.
 */
public final class SpareArrays {

	/** One answer is worked on while the next one comes. */
	private static final int KEPT = 2;

	private final Queue<byte[]> arrays = new ArrayBlockingQueue<>(KEPT);

	/**
	 * Creates it without any arrays.
	 */
	public SpareArrays() {
	}

	/**
	 * Takes an array that nobody else has.
	 * @param capacity how many bytes it must hold
	 * @return a spare one or a new one, possibly longer, with anything in it
	 */
	byte[] take(int capacity) {
		byte[] spare = this.arrays.poll();
		return (spare != null && spare.length >= capacity) ? spare : new byte[capacity];
	}

	/**
	 * Gives an array back that nobody reads from any more.
	 * @param array the array
	 */
	public void giveBack(byte[] array) {
		this.arrays.offer(array);
	}

}
