import Foundation
import Press
import Report
import TestKit
import Testing

/// The web page as its readers meet it: by mouse, by keyboard, on a phone, and as a tool for accessibility sees it.
@Suite(.enabled(if: Browser.isThere, Browser.absence), .serialized)
struct BrowserTests {
  /// What a browser that runs no script was asked to do, and what it then showed.
  struct Visit: Decodable {
    let opened: [String]
    let panelAfterClick: String
    let scrollMoved: Double
    let isFigureSeen: Bool
    let scrollAfterBack: Double
    let isClosedAfterBack: Bool
    let panelAfterEnter: String
    let focusInPanel: String
    let addressAfterClose: String
    let firstFocus: String
    let focusAfterSkip: String
    let isFocusShown: Bool
    let sideways: [String: Bool]
  }

  @Test func `a figure opens by click and by key without a script, and closing it or going back leads where one was`()
    throws
  {
    let visit: Visit = try Browser.run(BrowserTests.visit)

    #expect(visit.panelAfterClick == visit.opened[0])
    #expect(visit.scrollMoved == 0 && visit.isFigureSeen)
    #expect(visit.isClosedAfterBack && visit.scrollAfterBack == 0)
    #expect(visit.panelAfterEnter == visit.opened[1])
    #expect(visit.focusInPanel == "Stäng")
    #expect(visit.addressAfterClose == visit.opened[2])
    #expect(visit.firstFocus == "Till innehållet" && visit.isFocusShown)
    #expect(visit.focusAfterSkip == "MAIN")
    #expect(visit.sideways == ["1280": false, "390": false, "320": false])
  }

  @Test func `axe finds nothing to mend, on a wide screen and on a phone, closed and opened`() throws {
    let violations: [String: [String]] = try Browser.run(BrowserTests.axe)

    #expect(violations.count == 4)
    for (view, found) in violations { #expect(found == [], "\(view)") }
  }

  static let visit = """
    page = browser.new_context(viewport={'width': 1280, 'height': 800}, java_script_enabled=False).new_page()
    page.goto(address)
    focus = "document.activeElement"
    page.keyboard.press('Tab')
    first = page.evaluate(focus + ".textContent")
    shown = page.evaluate(f"getComputedStyle({focus}).outlineStyle") == 'solid'
    cell = page.query_selector('#tabell-resultatrakning td.number a')
    cell.scroll_into_view_if_needed()
    wanted = cell.get_attribute('href')
    # The heights at which the page stood are compared, once it no longer glides.
    before = settled(page)
    cell.click()
    after = settled(page)
    box, panel = cell.bounding_box(), page.query_selector('.panel:target').bounding_box()
    clicked = '#' + page.query_selector('.panel:target').get_attribute('id')
    page.go_back()
    back = settled(page)
    closed = page.query_selector('.panel:target') is None
    other = page.query_selector('#tabell-resultatrakning tr.total td.number a')
    other.focus()
    page.keyboard.press('Enter')
    settled(page)
    entered = '#' + page.query_selector('.panel:target').get_attribute('id')
    page.keyboard.press('Tab')
    inside = page.evaluate(focus + ".textContent")
    page.keyboard.press('Enter')
    settled(page)
    closing = '#' + page.url.split('#')[1]
    page = page.context.new_page()
    page.goto(address)
    page.keyboard.press('Tab')
    page.keyboard.press('Enter')
    skipped = page.evaluate(focus + ".tagName")
    sideways = {}
    for width in (1280, 390, 320):
        page.set_viewport_size({'width': width, 'height': 700})
        sideways[str(width)] = page.evaluate("document.documentElement.scrollWidth") > width
    answer = {
        'opened': [wanted, other.get_attribute('href'), '#' + other.get_attribute('id')],
        'panelAfterClick': clicked, 'scrollMoved': after - before,
        'isFigureSeen': box['x'] + box['width'] <= panel['x'] and box['x'] >= 0,
        'scrollAfterBack': back - before, 'isClosedAfterBack': closed,
        'panelAfterEnter': entered, 'focusInPanel': inside,
        'addressAfterClose': closing,
        'firstFocus': first, 'focusAfterSkip': skipped, 'isFocusShown': shown, 'sideways': sideways,
    }
    """

  static let axe = """
    from axe_playwright_python.sync_playwright import Axe
    answer = {}
    for width, scheme in ((1280, 'light'), (390, 'dark')):
        page = browser.new_context(viewport={'width': width, 'height': 800}, color_scheme=scheme).new_page()
        page.goto(address)
        for state in ('closed', 'opened'):
            if state == 'opened':
                page.click('#tabell-resultatrakning td.number a')
                settled(page)
            found = Axe().run(page).response['violations']
            answer[f'{width} {scheme} {state}'] = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found]
    """
}

/// A real browser, driven by the Python of the workshop; where it is not there the tests say so.
enum Browser {
  static let program = ProcessInfo.processInfo.environment["FINSAM_CHROMIUM"] ?? "/usr/bin/chromium"

  static let absence: Comment =
    "Not run: no chromium, or no Python with playwright and axe-playwright-python. Run script/setup --test."

  static let isThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: program), Workshop.hasEngine else { return false }
    let asked = try? Workshop.runPython("import playwright, axe_playwright_python; print('there')", files: [:])
    return asked?.output.contains("there") ?? false
  }()

  /// Runs Python that finds the small report's `page` open in `browser`, and reads what it leaves in `answer`.
  static func run<Answer: Decodable>(_ words: String) throws -> Answer {
    let (said, files) = try Workshop.runPython(
      """
      import json, os
      from playwright.sync_api import sync_playwright
      address = 'file://' + os.path.abspath('report.html')
      def settled(page):
          last = None
          while last != (last := page.evaluate("scrollY")):
              page.wait_for_timeout(60)
          return last
      with sync_playwright() as playwright:
          browser = playwright.chromium.launch(executable_path='\(program)', args=['--no-sandbox'])
      \(words.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n"))
          browser.close()
      json.dump(answer, open('answer.json', 'w'))
      """, files: ["report.html": HTMLPress.page(.small)])
    return try JSONDecoder().decode(Answer.self, from: Data(try #require(files["answer.json"], "\(said)")))
  }
}
