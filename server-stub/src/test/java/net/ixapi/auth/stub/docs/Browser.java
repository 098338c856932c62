package net.ixapi.auth.stub.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window, driven by chromedriver (https://www.w3.org/TR/webdriver2/). Closing it ends both. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern READY = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Browser(Process driver, int port) throws IOException, InterruptedException {
        this.driver = driver;
        String sessions = "http://127.0.0.1:" + port + "/session";
        JsonNode created = call(sessions, capabilities());
        this.session = sessions + "/" + created.get("sessionId").textValue();
    }

    /** Where the driver is, on a machine that has one. */
    static Optional<Path> driver() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path driver) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(driver.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return new Browser(process, Integer.parseInt(ready.group(1)));
            }
        }
        throw new IOException("chromedriver ended without saying where it is, but: " + said);
    }

    private static Map<String, Object> capabilities() {
        // A container's root can have no sandbox, and its shared memory is small.
        List<String> arguments = List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--window-size=1200,960");
        Map<String, Object> chrome =
                Map.of("goog:chromeOptions", Map.of("args", arguments), "goog:loggingPrefs", Map.of("browser", "ALL"));
        return Map.of("capabilities", Map.of("alwaysMatch", chrome));
    }

    void open(String address) throws IOException, InterruptedException {
        long patience = PATIENCE.toMillis();
        call(session + "/timeouts", Map.of("implicit", patience, "pageLoad", patience, "script", patience));
        call(session + "/url", Map.of("url", address));
    }

    /** Waits for the element to be there. */
    private String element(String selector) throws IOException, InterruptedException {
        JsonNode found = call(session + "/element", Map.of("using", "css selector", "value", selector));
        return session + "/element/" + found.elements().next().textValue();
    }

    void click(String selector) throws IOException, InterruptedException {
        call(element(selector) + "/click", Map.of());
    }

    void type(String selector, String text) throws IOException, InterruptedException {
        call(element(selector) + "/value", Map.of("text", text));
    }

    /** As if the window had this width, and the person liked it dark. */
    void show(int width, int height, boolean dark) throws IOException, InterruptedException {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    private void devTools(String command, Map<String, Object> parameters) throws IOException, InterruptedException {
        call(session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    /** Waits for the element to show a text. */
    void await(String selector, String text) throws IOException, InterruptedException {
        String script = "const [selector, text, done] = arguments; const look = () =>"
                + " (document.querySelector(selector)?.textContent ?? '').includes(text) ? done() : setTimeout(look, 20);"
                + " look()";
        call(session + "/execute/async", Map.of("script", script, "args", List.of(selector, text)));
    }

    String text(String selector) throws IOException, InterruptedException {
        return get(element(selector) + "/text").textValue();
    }

    /** What the browser complained of, such as something that it was not allowed to load. */
    JsonNode complaints() throws IOException, InterruptedException {
        return call(session + "/se/log", Map.of("type", "browser"));
    }

    /** The addresses of all that the page has loaded. */
    List<String> loaded() throws IOException, InterruptedException {
        String script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        return run(script).valueStream().map(JsonNode::textValue).toList();
    }

    /** What a person would see who has scrolled to the element. */
    void screenshot(String selector, Path file) throws IOException, InterruptedException {
        run("document.querySelector(arguments[0]).scrollIntoView()", selector);
        Files.createDirectories(file.getParent());
        Files.write(
                file, Base64.getDecoder().decode(get(session + "/screenshot").textValue()));
    }

    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        return call(session + "/execute/sync", Map.of("script", script, "args", arguments));
    }

    private JsonNode get(String address) throws IOException, InterruptedException {
        return value(HttpRequest.newBuilder(URI.create(address)));
    }

    private JsonNode call(String address, Object body) throws IOException, InterruptedException {
        return value(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode value(HttpRequest.Builder request) throws IOException, InterruptedException {
        String response = http.send(request.timeout(PATIENCE.multipliedBy(2)).build(), BodyHandlers.ofString())
                .body();
        JsonNode value = JSON.readTree(response).get("value");
        if (value.has("error")) {
            throw new IOException(value.get("message").textValue());
        }
        return value;
    }

    @Override
    public void close() {
        driver.descendants().forEach(ProcessHandle::destroy);
        driver.destroy();
    }
}
