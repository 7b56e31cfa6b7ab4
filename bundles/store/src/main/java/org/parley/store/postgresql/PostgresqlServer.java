package org.parley.store.postgresql;

import java.util.regex.Pattern;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/**
 * A PostgreSQL database and who works in it.
 *
 * @param url like {@code jdbc:postgresql://db.example:5432/parley}; it may be logged, so that no password is allowed in it
 * @param user the name of the role
 * @param password its password; empty if the server asks for none
 */
public record PostgresqlServer(String url, String user, String password) {

    private static final Pattern SECRET = Pattern.compile("[?&](?:password|sslpassword)=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

    public PostgresqlServer {
        if (SECRET.matcher(url).find()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "url",
                    "the url of the database must hold no password: urls are logged");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "url",
                    "the url of the database is like jdbc:postgresql://host:5432/database, unlike '" + url + "'");
        }
        if (user.isBlank()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "user", "name the database's user");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
