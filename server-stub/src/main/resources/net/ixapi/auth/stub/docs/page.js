// The operations stand open and can be tried at once; nothing is fetched from, or checked by, another server.
SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#page',
  docExpansion: 'full',
  defaultModelsExpandDepth: -1,
  tryItOutEnabled: true,
  validatorUrl: null,
  queryConfigEnabled: false,
});
