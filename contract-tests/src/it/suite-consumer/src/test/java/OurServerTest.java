import net.ixapi.auth.contract.junit.ContractTest;

/** Checks the server of -Dcontract.base-url=… */
class OurServerTest extends ContractTest {}
