const INTERVAL_MILLIS = 1000;
const element = id => document.getElementById(id);
let stopped = false;

async function call(method, path, body) {
  const response = await fetch('/_stub' + path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body,
  });
  const json = response.status === 204 ? {} : await response.json();
  if (!response.ok) {
    const wrong = (json.properties || []).map(property => property.name + ' ' + property.reason).join(', ');
    throw new Error(wrong || json.detail || json.title);
  }
  return json;
}

// Says what was done or went wrong, and shows what the stub is like afterwards.
async function act(name, action) {
  try {
    await action();
    element('message').textContent = name + ': done.';
  } catch (e) {
    element('message').textContent = e.message;
  }
  await show();
}

async function show() {
  try {
    const [clock, faults, journal] = await Promise.all(['/clock', '/faults', '/journal'].map(path => call('GET', path)));
    stopped = clock.stopped;
    element('clock').textContent = clock.now.slice(0, 19) + 'Z' + (stopped ? ' (stopped)' : '');
    element('stop').textContent = stopped ? 'Go on' : 'Stop';
    element('pending').textContent = faults.pending.join('\n');
    element('journal').replaceChildren(...journal.requests.reverse().map(row));
  } catch (e) {
    element('message').textContent = 'The stub does not answer: ' + e.message;
  }
}

function row(entry) {
  const response = (entry.status || 'none') + (entry.fault ? ' (fault: ' + entry.fault + ')' : '');
  const line = document.createElement('tr');
  [entry.at.slice(11, 19), entry.method + ' ' + entry.path, entry.account || '', response].forEach(text => {
    line.insertCell().textContent = text;
  });
  return line;
}

function onSubmit(id, action) {
  element(id).addEventListener('submit', event => {
    event.preventDefault();
    act(event.submitter.textContent, action);
  });
}

const onClick = (id, action) => element(id).addEventListener('click', event => act(event.target.textContent, action));

onClick('hour', () => call('POST', '/clock', '{"advance": "PT1H"}'));
onClick('stop', () => call('POST', '/clock', JSON.stringify({ stopped: !stopped })));
onClick('reset', () => call('POST', '/reset'));
onSubmit('fault', () => call('POST', '/faults', element('spec').value));
onSubmit('revocation', () => call('POST', '/revocations', JSON.stringify({ token: element('token').value })));
show();
setInterval(show, INTERVAL_MILLIS);
