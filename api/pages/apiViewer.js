/* global SwaggerUIBundle */

/**
 * There is one server. A path is a button's text, and a link in a button could not be told from it. What copies is
 * not to be seen until the mouse is over it, and so is lost on a keyboard.
 */
const plainer = ({ React }) => ({
  wrapComponents: {
    ServersContainer: () => () => null,
    CopyToClipboardBtn: () => () => null,
    DeepLink:
      () =>
      ({ text }) =>
        React.createElement('span', null, text),
  },
});

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  plugins: [plainer],
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  defaultModelRendering: 'model',
  tryItOutEnabled: false,
  syntaxHighlight: { activated: false },
  // The viewer brings a main landmark of its own, and the page has one already.
  onComplete: () => document.getElementById('operations').setAttribute('role', 'group'),
});
