/** A plan cannot take effect before the version that it follows. */
export class PublicationRefused extends Error {
  override readonly name = 'PublicationRefused';
  constructor(
    readonly newest: string,
    readonly newestFrom: string,
    readonly effectiveFrom: string,
  ) {
    super(
      `${newest} 自 ${newestFrom} 起施行，新版本不能早于该日（${effectiveFrom}）\n` +
        `${newest} is in force from ${newestFrom}: a new version cannot begin earlier (${effectiveFrom})`,
    );
  }
}

export class PlanVersionNotFound extends Error {
  override readonly name = 'PlanVersionNotFound';
  constructor(readonly wanted: string) {
    super(`没有已公布的方案：${wanted}\nNo published plan: ${wanted}`);
  }
}
