"""Whether a browser would install the site as an app: what Chromium itself finds wrong with it."""

import json
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.built_site import Site

pytestmark = pytest.mark.browser

# A test's profile keeps nothing, and Chromium installs no app into such a one; that is no fault of the site.
NO_FAULT = {"in-incognito"}


def open_home(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_chromium_finds_no_fault(page: Page, context: BrowserContext, invented: Site) -> None:
    open_home(page, invented)
    session = context.new_cdp_session(page)
    read = session.send("Page.getAppManifest")
    assert read["url"] == f"{invented.address}manifest.webmanifest"
    assert read["errors"] == []
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [fault["errorId"] for fault in faults if fault["errorId"] not in NO_FAULT] == []


def test_app_opens_with_the_home_page_of_this_archive(
    page: Page, context: BrowserContext, invented: Site
) -> None:
    open_home(page, invented)
    manifest = json.loads(context.new_cdp_session(page).send("Page.getAppManifest")["data"])
    for key in ("start_url", "scope"):
        assert urljoin(f"{invented.address}manifest.webmanifest", manifest[key]) == invented.address
    assert {"name", "short_name", "description", "display", "theme_color", "background_color"} <= set(
        manifest
    )


def test_icons_are_pictures_of_the_size_they_say(page: Page, invented: Site) -> None:
    open_home(page, invented)
    sizes = page.evaluate(
        """async () => {
          const address = document.querySelector("link[rel=manifest]").href;
          const { icons } = await (await fetch(address)).json();
          const measure = async ({ src, sizes, purpose }) => {
            const picture = await createImageBitmap(await (await fetch(new URL(src, address))).blob());
            return [sizes, purpose, `${picture.width}x${picture.height}`];
          };
          return Promise.all(icons.filter(({ type }) => type === "image/png").map(measure));
        }"""
    )
    assert all(said == measured for said, _, measured in sizes)
    assert {(said, purpose) for said, purpose, _ in sizes} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


def test_a_round_mask_leaves_the_character_whole(page: Page, invented: Site) -> None:
    """Nothing but the seal's ground lies outside the circle of four fifths of the width."""
    open_home(page, invented)
    outside = page.evaluate(
        """async () => {
          const address = document.querySelector("link[rel=manifest]").href;
          const { icons } = await (await fetch(address)).json();
          const icon = icons.find(({ purpose }) => purpose === "maskable");
          const picture = await createImageBitmap(await (await fetch(new URL(icon.src, address))).blob());
          const { width, height } = picture;
          const canvas = new OffscreenCanvas(width, height).getContext("2d");
          canvas.drawImage(picture, 0, 0);
          const { data } = canvas.getImageData(0, 0, width, height);
          const isGround = (at) => data[at] > 160 && data[at + 1] < 50 && data[at + 2] < 50 && data[at + 3] === 255;
          let other = 0;
          for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
            const isOutside = Math.hypot(x - width / 2, y - height / 2) > 0.4 * width;
            if (isOutside && !isGround(4 * (y * width + x))) other += 1;
          }
          return other;
        }"""
    )
    assert outside == 0
