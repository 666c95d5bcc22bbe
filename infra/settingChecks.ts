import type { SettingReader } from './settingReader';
import type { Settings } from './settings';
import { embeddedPortNames, embeddedPorts, servers, serverVariables, type Server } from './settingVariables';

/** Production runs on given servers alone, and on nothing that belongs to development. */
export function checkProduction(reader: SettingReader, settings: Settings): void {
  for (const server of servers) if (settings[server] === null) missing(reader, server);
  for (const variable of [
    'TEMPORAL_BINARY',
    ...embeddedPortNames.map((name) => embeddedPorts[name].variable),
  ]) {
    if (reader.text(variable) === null) continue;
    const rule = {
      zh: '只用于开发，生产环境不得给出',
      en: 'belongs to development, not to be given in production',
    };
    reader.refuse(variable, reader.text(variable), rule, { zh: '删去该变量', en: 'unset it' });
  }
  for (const server of ['publicUrl', 'oidcIssuer'] as const) {
    if (settings[server] === null || isSecure(settings[server])) continue;
    const rule = { zh: '生产环境须为 https（本机除外）', en: 'https in production (loopback apart)' };
    const mend = { zh: '改用 https 地址', en: 'give the https address' };
    reader.refuse(serverVariables[server], settings[server], rule, mend);
  }
}

/** Given one by one, these still belong together: a foreign issuer knows nothing of our client's secret. */
export function checkCompanions(reader: SettingReader, settings: Settings): void {
  const together: readonly (readonly [Server, readonly Server[]])[] = [
    ['oidcIssuer', ['oidcClientId', 'oidcClientSecret', 'oidcAudience']],
    ['pushUrl', ['pushSecret']],
  ];
  for (const [first, others] of together) {
    if (settings[first] === null) continue;
    for (const other of others) if (settings[other] === null) missing(reader, other);
  }
}

export function missing(reader: SettingReader, server: Server): void {
  const variable = serverVariables[server];
  if (reader.problems.some((problem) => problem.variable === variable)) return;
  const rule = { zh: '必须给出', en: 'must be given' };
  const mend = {
    zh: `设置 ${variable}；开发时 npm start 会自备`,
    en: `set ${variable}; in development npm start brings it`,
  };
  reader.refuse(variable, null, rule, mend);
}

function isSecure(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
