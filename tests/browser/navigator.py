"""The widget as a person finds it on a page, so that a journey reads as what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Locator, Page, expect

WEATHER = "https://www.bbc.co.uk/weather"

# Counts what a screen reader is told: additions to the log while it is live, one for each time that it changes.
COUNT_ANNOUNCEMENTS = """() => {
  const log = document.querySelector("have-your-say").shadowRoot.querySelector("[role=log]");
  window.announced = [];
  new MutationObserver((changes) => {
    const added = changes.filter((change) => change.addedNodes.length);
    if (added.length && log.getAttribute("aria-live") === "polite") {
      const nodes = added.flatMap((change) => [...change.addedNodes]);
      window.announced.push(nodes.map((node) => node.textContent).join(" "));
    }
  }).observe(log, { childList: true });
}"""
FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.className || focused?.id || focused?.tagName || "";
}"""


@dataclass(frozen=True)
class Widget:
    """One page with the widget."""

    page: Page
    address: str

    async def arrives(self) -> Widget:
        """Go to the page and wait for the launcher."""
        await self.page.goto(self.address)
        await expect(self.launcher).to_be_visible()
        return self

    async def opens(self) -> Widget:
        """Open the widget by mouse."""
        await self.launcher.click()
        await expect(self.box).to_be_focused()
        return self

    async def says(self, text: str) -> None:
        """Write and send."""
        await self.box.fill(text)
        await self.page.keyboard.press("Enter")

    async def hears(self, text: str) -> None:
        """Wait until this is in the log, once."""
        await expect(self.messages.filter(has_text=text)).to_have_count(1)

    async def focused(self) -> str:
        """The class, id or tag of what has the focus, inside the widget too."""
        return str(await self.page.evaluate(FOCUSED))

    async def count_announcements(self) -> None:
        """From now on remember what the log announces."""
        await self.page.evaluate(COUNT_ANNOUNCEMENTS)

    async def announced(self) -> list[str]:
        """What the log announced since."""
        return list(await self.page.evaluate("window.announced"))

    async def axe(self, source: str) -> dict[str, Any]:
        """Run axe-core over the page and the widget's open shadow root."""
        # The page's content policy holds for its own scripts; a test's script comes in by the debugger.
        await self.page.evaluate(source)
        return dict(await self.page.evaluate("(tags) => axe.run({ runOnly: tags })", AXE_TAGS))

    @property
    def launcher(self) -> Locator:
        """The button that opens it."""
        return self.page.locator("have-your-say .launcher")

    @property
    def panel(self) -> Locator:
        """What it opens."""
        return self.page.get_by_role("dialog", name="Have your say")

    @property
    def box(self) -> Locator:
        """The text box."""
        return self.panel.get_by_label("Write here")

    @property
    def messages(self) -> Locator:
        """The messages in the log."""
        return self.page.locator("have-your-say .message")

    @property
    def choices(self) -> Locator:
        """The quick replies."""
        return self.page.locator("have-your-say .choice")


AXE_TAGS = ["best-practice", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
