// What Swagger UI knows already, nobody types: the token of a sign-in, a key for each new thing, and the version of what was read last.
window.partyOrg = (() => {
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const keys = new Map();
  const versions = new Map();

  // crypto.randomUUID is there only where the page came over HTTPS or from this machine.
  const newKey = () => ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g, c => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

  const learn = thing => {
    if (thing && typeof thing.id === 'string' && Number.isInteger(thing.version)) versions.set(thing.id, `"${thing.version}"`);
  };

  return {
    // The examples of the two headers stand in their fields; what somebody typed himself is sent as it is.
    ask(request) {
      if (request.loadSpec || !request.headers) return request;
      if (request.headers['Idempotency-Key'] === '{idempotencyKey}') {
        // The same request once more is a repetition, and has the key that it had.
        const asked = typeof request.body === 'string' ? `${request.method} ${request.url} ${request.body}` : newKey();
        if (!keys.has(asked)) keys.set(asked, newKey());
        request.headers['Idempotency-Key'] = keys.get(asked);
      }

      if (request.headers['If-Match'] === '{ifMatch}') {
        const read = [...new URL(request.url, location.href).pathname.matchAll(uuid)].map(m => versions.get(m[0])).filter(v => v);
        if (read.length > 0) request.headers['If-Match'] = read[read.length - 1];
      }

      return request;
    },

    hear(response) {
      let answer;
      try { answer = JSON.parse(response.text); } catch { return response; }
      if (!response.ok || !answer) return response;
      learn(answer);
      if (Array.isArray(answer.items)) answer.items.forEach(learn);
      if (typeof answer.accessToken === 'string') {
        window.ui.authActions.authorizeWithPersistOption({ Bearer: { name: 'Bearer', schema: { type: 'http', scheme: 'bearer' }, value: answer.accessToken } });
      }

      return response;
    },
  };
})();
