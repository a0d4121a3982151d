// Drives a report in Chromium: `node report.mjs CHROMIUM REPORT [WORD]`. Prints what it saw as one JSON object; tests/it/browser.rs judges.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [executablePath, report, word] = process.argv.slice(2);
const url = pathToFileURL(report).href;

const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const said = [];
const asked = [];
const open = async (options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => { if (request.url() !== url && !request.url().startsWith('data:')) asked.push(request.url()); });
  const begun = performance.now();
  await page.goto(url, { waitUntil: 'load' });
  // Drawn, not only read.
  if (options.javaScriptEnabled !== false) await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { context, page, ms: Math.round(performance.now() - begun) };
};
const shown = (page) => page.evaluate(() => document.querySelectorAll('.causes > li:not([hidden])').length);
const status = (page) => page.evaluate(() => document.getElementById('n').textContent);
const settled = (page) => page.waitForTimeout(300);

const seen = { violations: [], sideways: [] };
if (word === undefined) {
  // Only opens, and filters once.
  const { page, ms } = await open({});
  seen.ms = ms;
  seen.elements = await page.evaluate(() => document.querySelectorAll('*').length);
  seen.all = await shown(page);
  const begun = performance.now();
  await page.locator('#q').fill('introuvable-nulle-part');
  await page.waitForFunction(() => document.querySelectorAll('.causes > li:not([hidden])').length === 0);
  seen.searched = Math.round(performance.now() - begun);
} else {
  for (const [width, colorScheme, state] of [[1280, 'light', 'closed'], [1280, 'light', 'open'], [1280, 'dark', 'open'], [360, 'light', 'open']]) {
    const { context, page } = await open({ viewport: { width, height: 800 }, colorScheme });
    if (state === 'open') await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
    for (const { id, nodes } of found.violations) {
      seen.violations.push(`${width} ${colorScheme} ${state}: ${id}: ${nodes.slice(0, 3).map((n) => n.html.slice(0, 150)).join(' | ')}`);
    }
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) seen.sideways.push(`${width} ${state}`);
    await context.close();
  }

  const { page } = await open({ viewport: { width: 1280, height: 800 } });
  seen.all = await shown(page);
  seen.whole = await status(page);
  // By keyboard only, from the top: the link to the content, then on to the search.
  await page.keyboard.press('Tab');
  seen.first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('Enter');
  const tabs = async (id, key = 'Tab') => {
    for (let n = 0; n < 40; n += 1) {
      if (await page.evaluate((wanted) => document.activeElement.id === wanted, id)) return n;
      await page.keyboard.press(key);
    }
    return null;
  };
  seen.tabsToSearch = await tabs('q');
  await page.keyboard.type(word);
  await settled(page);
  seen.searched = await shown(page);
  seen.searchSaid = await status(page);
  seen.tabsToReset = await tabs('reset');
  await page.keyboard.press('Enter');
  seen.reset = await shown(page);
  seen.tabsBack = await tabs('f-l', 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await settled(page);
  seen.level = await page.evaluate(() => document.getElementById('f-l').value);
  seen.ofLevel = await shown(page);
  seen.wrong = await page.evaluate((level) => document.querySelectorAll(`.causes > li:not([hidden]):not([data-l="${level}"])`).length, seen.level);
  await page.locator('#reset').click();

  // A cause opens by keyboard, and its link opens the explanation.
  await page.locator('.causes > li summary').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await settled(page);
  seen.explained = await page.evaluate(() => {
    const target = document.querySelector(decodeURIComponent(location.hash));
    return target.closest('details').open && document.activeElement === target.closest('details').querySelector('summary');
  });

  // Pages.
  seen.pages = await page.evaluate(() => document.querySelectorAll('#pg tbody tr').length);
  await page.locator('#qp').fill('index');
  await settled(page);
  seen.pagesFound = await page.evaluate(() => document.querySelectorAll('#pg tbody tr:not([hidden])').length);
  seen.pagesSaid = await page.evaluate(() => document.getElementById('sp').textContent);

  // On paper causes are open, and closed again afterwards.
  const opened = () => page.evaluate(() => document.querySelectorAll('.causes details[open]').length);
  const before = await opened();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  seen.printed = await opened();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  seen.closedAgain = (await opened()) === before;
  seen.pdf = (await page.pdf()).length;

  // Without scripts all is there but the filter.
  const bare = await open({ javaScriptEnabled: false });
  seen.bare = await bare.page.locator('.causes > li').count();
  seen.bareFilter = await bare.page.locator('#f').isVisible();
}
seen.console = said;
seen.requests = asked;
await browser.close();
console.log(JSON.stringify(seen));
