import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process of this machine, as /proc tells (Linux). */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process that came from `pid`, itself included, as far as their parents live. */
export function familyOf(pid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => processAt(Number(entry)));
  const family = all.filter((process) => process.pid === pid);
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

/** Whether it lives: a zombie does not. */
export function lives(pid: number): boolean {
  return processAt(pid).length > 0;
}

function processAt(pid: number): Process[] {
  const stat = read(`/proc/${pid}/stat`);
  // The command's name, in brackets, may hold spaces and brackets.
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === undefined || parent === undefined || state === 'Z') return [];
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  return [{ pid, parent: Number(parent), command }];
}

/** The addresses on which these processes listen: `127.0.0.1:3000`. */
export function listening(pids: readonly number[]): string[] {
  const held = new Set(pids.flatMap(socketsOf));
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => read(file).trim().split('\n').slice(1));
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
    return state === LISTEN && held.has(`socket:[${inode}]`) ? [readable(local)] : [];
  });
}

const LISTEN = '0A';

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

/** `0100007F:0BB8` is 127.0.0.1:3000: four bytes, the last first. */
function readable(local: string): string {
  const [address = '', port = ''] = local.split(':');
  const bytes = address.match(/../g) ?? [];
  const shown =
    bytes.length === 4
      ? bytes
          .reverse()
          .map((byte) => parseInt(byte, 16))
          .join('.')
      : address;
  return `${shown}:${parseInt(port, 16)}`;
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
