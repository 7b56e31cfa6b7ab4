package org.parley.seller.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.seller.api.Role;

/** Roles as clients write them: {@code admin}, {@code ingest}, {@code staff}, {@code analyst}. */
public final class RoleNames {

    private RoleNames() {}

    /**
     * The roles with these names.
     *
     * @throws InvalidInput naming the first that is none
     */
    public static Set<Role> parse(Collection<String> names) {
        return names.stream().map(RoleNames::parse).collect(Collectors.toSet());
    }

    public static List<String> of(Set<Role> roles) {
        return roles.stream().sorted().map(RoleNames::of).toList();
    }

    private static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Role parse(String name) {
        return Stream.of(Role.values()).filter(role -> of(role).equals(name)).findFirst()
                .orElseThrow(() -> new InvalidInput(ErrorCode.INVALID_INPUT, "roles", "'" + name + "' is no role; use "
                        + Stream.of(Role.values()).map(RoleNames::of).collect(Collectors.joining(", "))));
    }
}
