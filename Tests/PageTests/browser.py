"""Chromium by way of its driver, and what tests ask of a page in it."""

import base64
import pathlib

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


class Browser:
    """A window, light or dark. Pages have no script, so that a page that is loaded is all there is."""

    def __init__(self, profile, width=1280, height=900):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                         "--disable-extensions", "--disable-background-networking", "--no-first-run",
                         "--force-device-scale-factor=1", f"--user-data-dir={profile}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        service = webdriver.ChromeService(executable_path="/usr/bin/chromedriver")
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_page_load_timeout(60)
        self.size(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def size(self, width, height=900):
        """Sets the size of the page itself, whatever a window may be at least."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def scheme(self, name):
        """`light` or `dark`."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": "", "features": [{"name": "prefers-color-scheme", "value": name}]})

    def media(self, name):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": name, "features": []})

    def open(self, url):
        self.driver.get(url)
        return self

    @property
    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    @property
    def heading(self):
        return self.driver.find_element(By.TAG_NAME, "h1").text

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def link(self, text):
        """Follows the first link with this text."""
        self.leave(self.driver.find_element(By.PARTIAL_LINK_TEXT, text).click)
        return self

    def press(self, text):
        """Presses the button with this text."""
        buttons = [button for button in self.all("button") if button.is_displayed() and button.text == text]
        assert buttons, f"no button {text!r} in:\n{self.text}"
        self.leave(buttons[0].click)
        return self

    def press_main(self):
        """Presses the button that the page is about."""
        self.leave(self.one("button.main").click)
        return self

    def unfold_all(self):
        """Opens all that is folded."""
        for summary in self.all("details:not([open]) > summary"):
            summary.click()
        return self

    def unfold(self, text):
        """Opens what is folded under this text."""
        for summary in self.all("summary"):
            if summary.text == text:
                summary.click()
                return self
        raise AssertionError(f"nothing is folded under {text!r}")

    def leave(self, action):
        """Does something that loads another page, and waits until that is there."""
        old = self.driver.find_element(By.TAG_NAME, "html")
        action()
        # While one page goes and the other comes, a question may meet neither.
        WebDriverWait(self.driver, 60, 0.02, ignored_exceptions=[WebDriverException]).until(
            lambda driver: is_gone(old) and driver.execute_script("return document.readyState") == "complete")

    def fill(self, **fields):
        """Types into fields: the first underscore of a name stands for a dot."""
        for name, value in fields.items():
            field = self.driver.find_element(By.NAME, name.replace("_", ".", 1))
            if field.tag_name == "select":
                Select(field).select_by_visible_text(value)
            elif field.get_attribute("type") in ("date", "time"):
                self.driver.execute_script("arguments[0].value = arguments[1]", field, value)
            else:
                field.clear()
                field.send_keys(value)
        return self

    def keys(self, *keys):
        """Presses keys wherever the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)
        return self

    def tab_to(self, wanted, most=200):
        """Goes on with the tabulator until the focus is on an element with this text, name or value."""
        for _ in range(most):
            self.driver.switch_to.active_element.send_keys(Keys.TAB)
            element = self.driver.switch_to.active_element
            if wanted in (element.text.strip(), element.get_attribute("name"), element.get_attribute("value")):
                return element
        raise AssertionError(f"the tabulator does not lead to {wanted!r}")

    def violations(self, rules=None):
        """What axe-core finds by these of its rules, or by all of them, one line each."""
        if not self.driver.execute_script("return Boolean(window.axe)"):
            self.driver.execute_script(AXE)
        options = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": rules}
        result = self.driver.execute_async_script(
            "const [options, done] = arguments;"
            "axe.run(document, options).then(done, error => done({error: String(error)}))", options)
        assert "error" not in result, result
        return [f"{found['id']}: {node['html'][:160]}" for found in result["violations"] for node in found["nodes"]]

    def overflows(self):
        """Whether the page is wider than its window."""
        return self.driver.execute_script(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth")

    def complaints(self):
        """What the browser said about the page: a policy that was broken, a thing that was not there."""
        return [entry["message"] for entry in self.driver.get_log("browser") if "favicon" not in entry["message"]]

    def picture(self, path):
        """The whole page as an image."""
        height = self.driver.execute_script("return document.documentElement.scrollHeight")
        data = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": self.driver.execute_script("return innerWidth"),
                     "height": min(height, 4000), "scale": 1}})
        pathlib.Path(path).write_bytes(base64.b64decode(data["data"]))


def is_gone(element):
    try:
        element.is_enabled()
        return False
    except StaleElementReferenceException:
        return True
