package org.parley.capture.internal.rules;

import org.jspecify.annotations.Nullable;

/** The place of a value in an event. It is made for each value and put into words only when something is wrong there. */
public final class Where {

    /** An event's data. */
    public static final Where DATA = new Where(null, "data", -1);

    private static final int MAX_NAME = 64;

    private final @Nullable Where parent;
    private final String name;
    private final int index;
    private final int depth;

    private Where(@Nullable Where parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** The attribute of this name. */
    public static Where attribute(String name) {
        return new Where(null, name, -1);
    }

    /** The member of the object here. */
    public Where member(String of) {
        return new Where(this, of, -1);
    }

    /** The item of the array here, counted from 0. */
    public Where item(int at) {
        return new Where(this, "", at);
    }

    /** How many objects and arrays of the event's data this is in, its data not counted. */
    int depth() {
        return Math.max(0, depth - 1);
    }

    /** Such as {@code data.lines[2].price}. */
    @Override
    public String toString() {
        String before = parent == null ? "" : parent.toString();
        if (index >= 0) {
            return before + "[" + index + "]";
        }
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
        return parent == null ? shown : before + "." + shown;
    }
}
