package org.parley.rest.internal.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.common.ErrorCode;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.rest.Allow;
import org.parley.rest.Public;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;

class GuardTest {

    interface Resource {
        void forgotten();

        @Public
        void open();

        @Allow({Role.STAFF, Role.ANALYST})
        void some();

        @Allow(Role.ADMIN)
        void adminsOnly();
    }

    private static Caller holder(Role... roles) {
        return new Caller(new SellerId("shop"), "k-1", Set.of(roles));
    }

    /** A request that knows nothing but its caller. */
    private static ContainerRequestContext request(@Nullable Caller caller) {
        return (ContainerRequestContext) Proxy.newProxyInstance(GuardTest.class.getClassLoader(),
                new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, arguments) -> Map.of("getProperty", caller == null ? "" : caller).get(method.getName()));
    }

    private static void call(String method, @Nullable Caller caller) throws NoSuchMethodException, IOException {
        Guard.gatekeeper(Resource.class.getDeclaredMethod(method)).filter(request(caller));
    }

    private static void assertRefused(String method, @Nullable Caller caller, ErrorCode code) {
        assertThatThrownBy(() -> call(method, caller))
                .isInstanceOfSatisfying(StateConflict.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aMethodThatNamesNobodyIsClosedToAll() {
        assertRefused("forgotten", holder(Role.ADMIN), ErrorCode.FORBIDDEN);
        assertRefused("forgotten", null, ErrorCode.FORBIDDEN);
    }

    @Test
    void letsInWhomItNamesAndAdmins() {
        assertThatCode(() -> call("some", holder(Role.STAFF))).doesNotThrowAnyException();
        assertThatCode(() -> call("some", holder(Role.ANALYST, Role.INGEST))).doesNotThrowAnyException();
        assertThatCode(() -> call("some", holder(Role.ADMIN))).doesNotThrowAnyException();
        assertRefused("some", holder(Role.INGEST), ErrorCode.FORBIDDEN);
        assertRefused("some", null, ErrorCode.UNAUTHENTICATED);
        assertRefused("adminsOnly", holder(Role.STAFF, Role.ANALYST, Role.INGEST), ErrorCode.FORBIDDEN);
        assertThatCode(() -> call("open", null)).doesNotThrowAnyException();
    }
}
