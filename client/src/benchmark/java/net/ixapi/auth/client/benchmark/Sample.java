package net.ixapi.auth.client.benchmark;

/**
 * What one call costs, as one JVM measured it.
 *
 * @param nanos its time
 * @param bytes what it allocates
 */
record Sample(double nanos, double bytes) {}
