package net.ixapi.auth.contract.junit;

/** The stub of this project, or with {@code -Dcontract.base-url=…} any server. */
class ServerContractTest extends ContractTest {}
