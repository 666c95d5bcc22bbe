/** Nothing answers at the issuer's address. */
export class ProviderUnreachable extends Error {
  override readonly name = 'ProviderUnreachable';

  constructor(issuer: string, cause: unknown) {
    super(
      `身份服务 ${issuer} 没有响应：请先运行 npm start。\n` +
        `The identity provider at ${issuer} does not answer: run npm start first.`,
      { cause },
    );
  }
}

/** The provider answers, but nobody of that name can sign in. */
export class NoSuchAccount extends Error {
  override readonly name = 'NoSuchAccount';

  constructor(readonly account: string) {
    super(`没有账号 ${account}。 There is no account ${account}.`);
  }
}

/** The provider refused, or is not the embedded one. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';

  constructor(status: number, answer: string) {
    super(`登录未成功（${status}）。 Sign-in failed (${status}): ${textOf(answer)}`);
  }
}

/** The words of a page, without its markup. */
function textOf(answer: string): string {
  const words = answer.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return words.trim().slice(0, 300);
}
