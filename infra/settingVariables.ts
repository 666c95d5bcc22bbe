/** What an installation may give in place of an embedded part, by the variable that gives it. */
export const serverVariables = {
  publicUrl: 'PUBLIC_URL',
  databaseUrl: 'DATABASE_URL',
  temporalAddress: 'TEMPORAL_ADDRESS',
  oidcIssuer: 'OIDC_ISSUER',
  oidcClientId: 'OIDC_CLIENT_ID',
  oidcClientSecret: 'OIDC_CLIENT_SECRET',
  oidcAudience: 'OIDC_AUDIENCE',
  sessionSecret: 'SESSION_SECRET',
  smtpUrl: 'SMTP_URL',
  mailFrom: 'MAIL_FROM',
  pushUrl: 'PUSH_URL',
  pushSecret: 'PUSH_SECRET',
  signingKeyFile: 'SIGNING_KEY_FILE',
  personalKeyFile: 'PERSONAL_KEY_FILE',
} as const;
export type Server = keyof typeof serverVariables;
export const servers = Object.keys(serverVariables) as Server[];

/** Ports of the parts that `npm start` brings along, 0 for any free one. */
export const embeddedPorts = {
  postgres: { variable: 'POSTGRES_PORT', usual: 54_320 },
  temporal: { variable: 'TEMPORAL_PORT', usual: 7_233 },
  temporalUi: { variable: 'TEMPORAL_UI_PORT', usual: 8_233 },
  identity: { variable: 'IDENTITY_PORT', usual: 3_001 },
  mailSmtp: { variable: 'MAIL_SMTP_PORT', usual: 1_025 },
  mailWeb: { variable: 'MAIL_WEB_PORT', usual: 8_025 },
  push: { variable: 'PUSH_PORT', usual: 3_002 },
} as const;
export type EmbeddedPort = keyof typeof embeddedPorts;
export const embeddedPortNames = Object.keys(embeddedPorts) as EmbeddedPort[];
