// The operations stand open and can be tried at once; nothing is fetched from, or checked by, another server.
const ui = SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#page',
  docExpansion: 'full',
  defaultModelsExpandDepth: -1,
  tryItOutEnabled: true,
  validatorUrl: null,
  queryConfigEnabled: false,
  responseInterceptor: fillInRefreshToken,
});

// The example is a token that no server has issued: a refresh is filled in with that of the last pair.
function fillInRefreshToken(response) {
  if (response.status === 201 && response.obj && response.obj.refresh_token) {
    ui.getSystem().oas3Actions.setRequestBodyValue({
      value: JSON.stringify({ refresh_token: response.obj.refresh_token }, null, 2),
      pathMethod: ['/auth/refresh', 'post'],
    });
  }
  return response;
}

// As the browser is set, and when that changes.
const dark = matchMedia('(prefers-color-scheme: dark)');
const followBrowser = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followBrowser);
followBrowser();
