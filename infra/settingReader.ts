import { accessSync, constants, statSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Label } from '../domain/label';

/** One wrong variable: what was given (null where it is missing or secret), what it must be, what to do. */
export interface SettingProblem {
  readonly variable: string;
  readonly given: string | null;
  readonly rule: Label;
  readonly mend: Label;
}

/** Every wrong variable at once, Chinese first: whoever mends the settings reads it once. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly SettingProblem[]) {
    super(describe(problems));
    this.name = 'SettingsError';
  }
}

function describe(problems: readonly SettingProblem[]): string {
  const heading = `设置有误，共 ${problems.length} 处。 Settings: ${problems.length} to mend.`;
  const entries = problems.flatMap(({ variable, given, rule, mend }) => [
    `  ✗ ${variable}${given === null ? '' : `=${JSON.stringify(given)}`}`,
    `      规则 ${rule.zh}  Rule: ${rule.en}`,
    `      改法 ${mend.zh}  Mend: ${mend.en}`,
  ]);
  return [heading, ...entries].join('\n');
}

const SECRET_LENGTH = 32;
/** A random secret of that length practically always has as many; a repeated word or letter has not. */
const SECRET_VARIETY = 10;

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const MAILBOX = /^([^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

/** Reads variables one by one and collects what is wrong with them; an empty variable counts as not given. */
export class SettingReader {
  readonly problems: SettingProblem[] = [];

  constructor(readonly environment: Readonly<Record<string, string>>) {}

  text(variable: string): string | null {
    return this.environment[variable]?.trim() || null;
  }

  oneOf<T extends string>(variable: string, allowed: readonly T[], fallback: T): T {
    const given = this.text(variable) ?? fallback;
    const found = allowed.find((value) => value === given);
    if (found !== undefined) return found;
    const list = allowed.join(', ');
    this.refuse(variable, given, { zh: `只能是 ${list}`, en: `one of ${list}` }, orUnset(fallback));
    return fallback;
  }

  port(variable: string, fallback: number): number {
    const given = this.text(variable);
    if (given === null) return fallback;
    const port = Number(given);
    if (/^\d+$/.test(given) && port <= 65_535) return port;
    const rule = {
      zh: '端口号：0 至 65535 的整数，0 为任意空闲端口',
      en: 'a port: 0 to 65535, 0 for any free one',
    };
    this.refuse(variable, given, rule, orUnset(String(fallback)));
    return fallback;
  }

  /** A URL of one of `schemes` (`https`, `smtp`), without its trailing slash; never echoed, it may hold a password. */
  url(variable: string, schemes: readonly string[]): string | null {
    const given = this.text(variable);
    if (given === null) return null;
    const list = schemes.map((scheme) => `${scheme}://`).join(', ');
    if (URL.canParse(given) && schemes.some((scheme) => given.startsWith(`${scheme}://`)))
      return given.replace(/\/+$/, '');
    this.refuse(
      variable,
      null,
      { zh: `以 ${list} 开头的完整地址`, en: `a whole address that begins with ${list}` },
      { zh: '写成 协议://主机:端口/路径', en: 'write scheme://host:port/path' },
    );
    return null;
  }

  /** An address to listen on. */
  host(variable: string): string | null {
    const rule = { zh: 'IP 地址或主机名', en: 'an IP address or a host name' };
    const mend = { zh: '如 127.0.0.1 或 0.0.0.0', en: 'for example 127.0.0.1 or 0.0.0.0' };
    return this.matching(variable, (text) => isIP(text) > 0 || HOST.test(text), rule, mend);
  }

  hostAndPort(variable: string): string | null {
    const rule = { zh: '主机:端口，不带协议', en: 'host:port, without a scheme' };
    const mend = { zh: '如 temporal.example:7233', en: 'for example temporal.example:7233' };
    return this.matching(variable, isHostAndPort, rule, mend);
  }

  /** A sender: `name@host`, or `Name <name@host>`. */
  mailbox(variable: string): string | null {
    const rule = { zh: '邮件地址', en: 'a mail address' };
    const mend = {
      zh: '写成 一窗 <no-reply@example.org> 或 no-reply@example.org',
      en: 'write OneWindow <no-reply@example.org> or no-reply@example.org',
    };
    return this.matching(variable, (text) => MAILBOX.test(text), rule, mend);
  }

  /** Never echoed. */
  secret(variable: string): string | null {
    const given = this.text(variable);
    if (given === null || isStrong(given)) return given;
    this.refuse(
      variable,
      null,
      {
        zh: `至少 ${SECRET_LENGTH} 个字符的密钥，其中至少 ${SECRET_VARIETY} 种不同字符`,
        en: `a secret of at least ${SECRET_LENGTH} characters, ${SECRET_VARIETY} of them different`,
      },
      { zh: '可用 openssl rand -hex 32 生成', en: 'make one with: openssl rand -hex 32' },
    );
    return null;
  }

  existingFile(variable: string): string | null {
    const given = this.text(variable);
    if (given === null || isReadableFile(given)) return given;
    this.refuse(
      variable,
      given,
      { zh: '可读取的已有文件', en: 'a file that exists and can be read' },
      { zh: '改正路径，或先放好文件', en: 'correct the path, or put the file there first' },
    );
    return null;
  }

  private matching(
    variable: string,
    fits: (text: string) => boolean,
    rule: Label,
    mend: Label,
  ): string | null {
    const given = this.text(variable);
    if (given === null || fits(given)) return given;
    this.refuse(variable, given, rule, mend);
    return null;
  }

  refuse(variable: string, given: string | null, rule: Label, mend: Label): void {
    this.problems.push({ variable, given, rule, mend });
  }
}

function isStrong(secret: string): boolean {
  return secret.length >= SECRET_LENGTH && new Set(secret).size >= SECRET_VARIETY;
}

function isHostAndPort(text: string): boolean {
  const [, host = '', port = ''] = /^\[?(.+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  return (isIP(host) > 0 || HOST.test(host)) && Number(port) > 0 && Number(port) <= 65_535;
}

function isReadableFile(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function orUnset(fallback: string): Label {
  return {
    zh: `改正，或删去该变量（默认 ${fallback}）`,
    en: `correct it, or unset it (default ${fallback})`,
  };
}
