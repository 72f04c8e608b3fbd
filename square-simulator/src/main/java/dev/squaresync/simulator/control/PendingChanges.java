package dev.squaresync.simulator.control;

import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.shop.ShopChanges;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Changes of the shop that wait until a number of requests have been answered as if nothing had happened. */
public final class PendingChanges {
    private final Shop shop;
    private final List<Pending> pending = new ArrayList<>();

    public PendingChanges(Shop shop) {
        this.shop = shop;
    }

    public synchronized void add(ShopChanges changes) {
        if (changes.afterRequests() <= 0) {
            shop.apply(changes);
            return;
        }
        pending.add(new Pending(changes));
    }

    /** A request has come and is not answered yet. */
    public synchronized void requestCame() {
        for (Iterator<Pending> all = pending.iterator(); all.hasNext(); ) {
            Pending next = all.next();
            if (next.requestsLeft == 0) {
                shop.apply(next.changes);
                all.remove();
            } else {
                next.requestsLeft--;
            }
        }
    }

    public synchronized int count() {
        return pending.size();
    }

    private static final class Pending {
        private final ShopChanges changes;
        private long requestsLeft;

        Pending(ShopChanges changes) {
            this.changes = changes;
            this.requestsLeft = changes.afterRequests();
        }
    }
}
