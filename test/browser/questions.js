/* Questions to a page, answered inside it: asked by inPage.ts. */

const operable =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]:not([tabindex="-1"])';

function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

function describe(element) {
  const text = (element.textContent || element.title || element.name || '').trim().replace(/\s+/g, ' ');
  return `<${element.localName}> ${text.slice(0, 60)}`;
}

/** Numbers everything that a person can operate. @returns what each is */
function controls() {
  const found = [...document.querySelectorAll(operable)].filter(
    (element) => isShown(element) && !element.disabled && element.tabIndex >= 0,
  );
  found.forEach((element, number) => element.setAttribute('data-control', String(number)));
  return found.map(describe);
}

/** Which control has the focus (null: none), and whether a person can see that it has. */
function focus() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const inView = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const contrast = contrastOf(partsOf(outlineColor), backgroundBehind(element.parentElement));
  return { control: Number(element.getAttribute('data-control')), inView, ring, contrast };
}

/** The colour that an element's background comes to, with all that shines through it. */
function backgroundBehind(element) {
  if (!element) return [255, 255, 255];
  const [red, green, blue, alpha = 1] = partsOf(getComputedStyle(element).backgroundColor);
  if (alpha === 1) return [red, green, blue];
  const behind = backgroundBehind(element.parentElement);
  return [red, green, blue].map((part, index) => part * alpha + behind[index] * (1 - alpha));
}

function partsOf(colour) {
  return colour.match(/[\d.]+/g).map(Number);
}

/** The contrast of two colours as WCAG 2 defines it. */
function contrastOf(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How many pixels the page is wider than the window: a person would have to scroll sideways. */
function overflow() {
  return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What moves, or would on its way to another look. */
function moving() {
  return [...document.querySelectorAll('body *')].flatMap((element) =>
    [null, '::before', '::after']
      .map((part) => getComputedStyle(element, part))
      .filter(
        ({ animationName, transitionDuration }) =>
          animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0),
      )
      .map(() => describe(element)),
  );
}

/** Marks the elements with Chinese words of their own. @returns the words, in the elements' order */
function chinese() {
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const words = own.map((node) => node.data.replace(/[^\u4e00-\u9fff]/g, '')).join('');
    if (words === '' || !isShown(element) || element.localName === 'option') continue;
    element.setAttribute('data-chinese', '');
    found.push(words);
  }
  return found;
}
