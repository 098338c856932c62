/** The stub as a program: its options, and what it says. */
@NullMarked
package net.ixapi.auth.stub.command;

import org.jspecify.annotations.NullMarked;
