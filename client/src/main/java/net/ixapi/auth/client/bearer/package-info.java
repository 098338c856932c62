/** The access token on a program's own requests to the rest of IX-API. */
@NullMarked
package net.ixapi.auth.client.bearer;

import org.jspecify.annotations.NullMarked;
