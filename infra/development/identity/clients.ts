import type { ClientMetadata } from 'oidc-provider';
import { cliClientId, cliRedirectUri } from '../../identity/cliClient';

/** The API's own client, as OIDC_CLIENT_ID and OIDC_CLIENT_SECRET name it. */
export interface WebClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The API's PUBLIC_URL. */
  readonly publicUrl: string;
}

const ALG = 'ES256';

/** The two clients: the portal by way of the API, and programs on this machine. Both are first-party. */
export function clientsOf({ clientId, clientSecret, publicUrl }: WebClient): ClientMetadata[] {
  return [
    {
      client_id: clientId,
      client_secret: clientSecret,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [`${publicUrl}/auth/callback`],
      post_logout_redirect_uris: [`${publicUrl}/`],
      id_token_signed_response_alg: ALG,
    },
    {
      client_id: cliClientId,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [cliRedirectUri],
      id_token_signed_response_alg: ALG,
    },
  ];
}
