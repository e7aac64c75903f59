package org.nangospring.benchmark.records;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Listens for garbage collections: what is left after one is what is really held.
 */
final class HeapAfterCollection implements NotificationListener {

	private final AtomicLong most = new AtomicLong();

	HeapAfterCollection() {
		for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
			((NotificationEmitter) collector).addNotificationListener(this, null, null);
		}
	}

	@Override
	public void handleNotification(Notification notification, @Nullable Object handback) {
		if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
			return;
		}
		GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo
			.from((CompositeData) notification.getUserData());
		Map<String, MemoryUsage> pools = info.getGcInfo().getMemoryUsageAfterGc();
		long used = pools.entrySet()
			.stream()
			.filter((pool) -> isHeap(pool.getKey()))
			.mapToLong((pool) -> pool.getValue().getUsed())
			.sum();
		this.most.accumulateAndGet(used, Math::max);
	}

	private static boolean isHeap(String pool) {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.anyMatch((known) -> known.getName().equals(pool) && known.getType() == MemoryType.HEAP);
	}

	long stop() {
		for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
			try {
				((NotificationEmitter) collector).removeNotificationListener(this);
			}
			catch (ListenerNotFoundException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return this.most.get();
	}

}
