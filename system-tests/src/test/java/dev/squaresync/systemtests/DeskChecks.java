package dev.squaresync.systemtests;

/** Questions to a page, as functions for its browser. */
final class DeskChecks {

    /** Texts with less contrast than WCAG 2.2 asks for (1.4.3): 4.5, or 3 where they are large. */
    static final String FAINT_TEXTS = """
            () => {
              const parse = (text) => {
                const [red, green, blue, alpha = 1] = text.match(/[\\d.]+/g).map(Number);
                return { channels: [red, green, blue], alpha };
              };
              const over = (top, below) => top.channels.map((channel, at) => channel * top.alpha + below[at] * (1 - top.alpha));
              const groundOf = (element) => {
                if (!element) return [255, 255, 255];
                const own = parse(getComputedStyle(element).backgroundColor);
                return own.alpha === 1 ? own.channels : over(own, groundOf(element.parentElement));
              };
              const luminance = (channels) => {
                const [red, green, blue] = channels.map((channel) => {
                  const share = channel / 255;
                  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
              };
              const faint = [];
              for (const element of document.body.querySelectorAll('*')) {
                const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
                if (!hasText || !element.checkVisibility() || element.closest('svg, .unseen, .skip')) continue;
                const style = getComputedStyle(element);
                const ink = parse(style.color);
                if (ink.alpha === 0) continue;
                const ground = groundOf(element);
                const [light, dark] = [luminance(over(ink, ground)), luminance(ground)].sort((a, b) => b - a);
                const contrast = (light + 0.05) / (dark + 0.05);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                if (contrast < (large ? 3 : 4.5)) {
                  faint.push(element.className + ' "' + element.textContent.trim().slice(0, 40) + '": ' + contrast.toFixed(2));
                }
              }
              return faint;
            }
            """;

    /** Puts a pill of each kind that the style knows on the page and says how many these are. */
    static final String SHOW_EVERY_PILL = """
            () => {
              const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
              const kinds = new Set(rules.flatMap((rule) => (rule.selectorText ?? '').match(/\\.pill-[a-z_]+/g) ?? []));
              for (const kind of kinds) {
                const pill = document.createElement('span');
                pill.className = 'pill ' + kind.slice(1);
                pill.textContent = kind;
                document.querySelector('main').append(pill);
              }
              return kinds.size;
            }
            """;

    /** Fields without a label, buttons and links without words, pictures without an alternative. */
    static final String NAMELESS = """
            () => {
              const named = (element) => element.getAttribute('aria-label')?.trim()
                  || document.getElementById(element.getAttribute('aria-labelledby'))?.textContent.trim();
              const nameless = [];
              for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
                if (!named(field) && ![...field.labels].some((label) => label.textContent.trim())) nameless.push(field.outerHTML);
              }
              for (const control of document.querySelectorAll('button, a[href], summary')) {
                if (!named(control) && !control.textContent.trim()) nameless.push(control.outerHTML);
              }
              for (const picture of document.querySelectorAll('img:not([alt]), svg:not([aria-label], [aria-hidden]), progress')) {
                if (!named(picture)) nameless.push(picture.outerHTML.slice(0, 100));
              }
              const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
              nameless.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'twice: #' + id));
              return nameless;
            }
            """;

    private DeskChecks() {}
}
