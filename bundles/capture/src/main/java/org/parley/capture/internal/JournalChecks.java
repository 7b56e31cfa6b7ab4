package org.parley.capture.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.capture.api.JournalCheck;

/** The checks that the modules offer at present. */
@Component(service = JournalChecks.class)
public final class JournalChecks {

    private final List<JournalCheck> present = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(JournalCheck check) {
        present.add(check);
    }

    void remove(JournalCheck check) {
        present.remove(check);
    }

    /** Those of this moment. */
    public List<JournalCheck> all() {
        return List.copyOf(present);
    }
}
