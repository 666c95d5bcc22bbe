export type InstallScope = 'all' | 'production';
export type InstallState = 'ready' | 'missing' | 'stale';

export function nodeProblem(version: string): string | null;
export function installState(root: string, scope: InstallScope): InstallState;
export function install(
  root: string,
  scope: InstallScope,
  say?: (line: string) => void,
  npm?: string,
): Promise<InstallState>;
