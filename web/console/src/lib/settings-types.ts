// Settings as the server tells them (never with a secret), by the generated contract.
import type { components, operations } from '../../../../contracts/client.ts';

type Schemas = components['schemas'];
type Answer<Name extends 'guessChannel' | 'probeChannel'> =
  operations[Name]['responses'][200]['content']['application/json'];

export type MailSettings = Omit<Schemas['MailSettings'], 'oauth'> & { oauth: OauthProvider | null };
export type MailServer = NonNullable<MailSettings['imap']>;
export type OauthApplication = Schemas['OAuthApplication'];
export type OauthProvider = OauthApplication['provider'];
export type Channel = Omit<Schemas['Channel'], 'settings'> & { settings: MailSettings };
export type ChannelStatus = Schemas['ChannelStatus'];
export type ChannelImport = Schemas['ImportProgress'];
export type Guess = Answer<'guessChannel'>;
export type Probe = Answer<'probeChannel'>;

export type Calendar = Schemas['Calendar'];
export type CalendarDay = Schemas['CalendarDay'];
export type RequestForm = Schemas['Form'];
export type BlockEntry = Schemas['BlockEntry'];
export type FileRules = Schemas['FileRules'];
export type AttachmentPolicy = Schemas['AttachmentPolicy'];
export type InboundLetter = Schemas['Inbound'];
export type Workspace = Schemas['Workspace'];
export type AuditEntry = Schemas['AuditEntry'];
export type Removal = Schemas['Removal'];
export type ApiToken = Schemas['ApiToken'];
export type SignedIn = Schemas['SignedIn'];
