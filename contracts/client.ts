// Made from the routes by `npm run contracts`.

export interface paths {
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first run is still to be done */
        get: operations["getSetup"];
        put?: never;
        /** Make the workspace and its first administrator; once */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in and what they may do */
        get: operations["getSession"];
        put?: never;
        /** Sign in; the answer sets the cookie */
        post: operations["signIn"];
        /** Sign out here */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["closeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out in one place */
        delete: operations["closeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your name, language or theme */
        patch: operations["changeOwnProfile"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your password; signs you out everywhere else */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for the authenticator app; it counts once a code of it is confirmed */
        post: operations["beginTotp"];
        /** Switch the second factor off */
        delete: operations["dropTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second factor on by its first code; shows the recovery codes once */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your API tokens */
        get: operations["listTokens"];
        put?: never;
        /** Make an API token; it is shown once */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an API token */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of the company */
        get: operations["listUsers"];
        put?: never;
        /** Add somebody to the company */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change somebody: name, role, teams, password; deactivate them */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams and their members */
        get: operations["listTeams"];
        put?: never;
        /** Make a team */
        post: operations["addTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a team */
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        /** Rename a team, set its members */
        patch: operations["changeTeam"];
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles, built in and own */
        get: operations["listRoles"];
        put?: never;
        /** Make a role */
        post: operations["addRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a role */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        /** Change a role */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a role can permit */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company and its settings */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the settings */
        patch: operations["changeWorkspace"];
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List people */
        get: operations["listPeople"];
        put?: never;
        /** Add a person */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List organizations */
        get: operations["listOrganizations"];
        put?: never;
        /** Add an organization */
        post: operations["addOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an organization */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an organization */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tickets */
        get: operations["listTickets"];
        put?: never;
        /** Open a ticket */
        post: operations["openTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a ticket */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a ticket */
        patch: operations["changeTicket"];
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages */
        get: operations["listMessages"];
        put?: never;
        /** Answer or note */
        post: operations["writeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/messages/{messageId}/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A message as a document for a sandboxed frame */
        get: operations["readMessageFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a ticket */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/followers/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make somebody follow a ticket */
        put: operations["followTicket"];
        post?: never;
        /** Let somebody follow no longer */
        delete: operations["unfollowTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file to attach; the body is its bytes */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file */
        get: operations["readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List views */
        get: operations["listViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the tickets of views */
        get: operations["countViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List categories */
        get: operations["listCategories"];
        put?: never;
        /** Add a category */
        post: operations["addCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Put a category away */
        delete: operations["archiveCategory"];
        options?: never;
        head?: never;
        /** Change a category */
        patch: operations["changeCategory"];
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest tags */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List channels */
        get: operations["listChannels"];
        put?: never;
        /** Connect a mailbox */
        post: operations["addChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{channelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a channel */
        get: operations["getChannel"];
        put?: never;
        post?: never;
        /** Put a channel out of use */
        delete: operations["removeChannel"];
        options?: never;
        head?: never;
        /** Change a channel */
        patch: operations["changeChannel"];
        trace?: never;
    };
    "/api/v1/channels/{channelId}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring the letters of a period, or go on with it */
        post: operations["startImport"];
        /** Stop the import */
        delete: operations["stopImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/messages/{messageId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a failed answer once more */
        post: operations["retryLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List incoming letters by state */
        get: operations["listInbound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound/{inboundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an incoming letter */
        get: operations["getInbound"];
        put?: never;
        post?: never;
        /** Take a letter off the list */
        delete: operations["discardInbound"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound/{inboundId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a letter in once more */
        post: operations["retryInbound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound/{inboundId}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The raw source of an incoming letter */
        get: operations["readInboundSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/messages/{messageId}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The raw source of the letter behind a message */
        get: operations["readMessageSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outside-image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A remote picture of a letter; the address is signed by us */
        get: operations["readOutsideImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Guess the settings of a mailbox from its address */
        post: operations["guessChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/probe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the settings of a mailbox, step by step */
        post: operations["probeChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/oauth/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the applications registered at providers of mail */
        get: operations["listOauthApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/oauth/applications/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the application registered at a provider of mail */
        put: operations["setOauthApplication"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/oauth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the sign-in at a provider of mail */
        post: operations["startOauth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends the browser back to */
        get: operations["finishOauth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed which setting, and when */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live changes as server-sent events; resumes by Last-Event-ID */
        get: operations["streamLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiToken: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: string[];
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            prefix: string;
        };
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: {
                /** Format: uuid */
                id: string | null;
                name: string;
                kind: string;
            };
            action: string;
            subject: {
                kind: string;
                id: string;
                name: string;
            };
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            ip: string | null;
        };
        Bounce: {
            recipient: string;
            code: string;
            hard: boolean;
            detail: string;
            /** Format: date-time */
            at: string;
        };
        Category: {
            id: string;
            parentId: string | null;
            name: string;
            archived: boolean;
            version: number;
        };
        Channel: {
            id: string;
            kind: string;
            name: string;
            address: string | null;
            active: boolean;
            builtIn: boolean;
            team: {
                id: string;
                name: string;
            } | null;
            settings: components["schemas"]["MailSettings"];
            status: components["schemas"]["ChannelStatus"];
            import: components["schemas"]["ImportProgress"] | null;
            version: number;
        };
        ChannelStatus: {
            /** @enum {string} */
            state: "connected" | "connecting" | "error" | "off";
            code: string | null;
            detail: string | null;
            /** Format: date-time */
            at: string | null;
            /** Format: date-time */
            lastLetterAt: string | null;
        };
        Contact: {
            id: string;
            kind: string;
            value: string;
        };
        Delivery: {
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "bounced" | "failed";
            code: string | null;
            detail: string | null;
            attempts: number;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            nextAttemptAt: string | null;
        };
        Event: {
            id: string;
            name: string;
            /** Format: date-time */
            at: string;
            ticketId: string | null;
            actor: {
                kind: string;
                id: string | null;
                name: string;
            };
            reason: {
                code: string;
                params?: {
                    [key: string]: unknown;
                };
            } | null;
            changes: {
                field: string;
                from: unknown;
                to: unknown;
            }[];
            payload: {
                [key: string]: unknown;
            };
        };
        File: {
            id: string;
            name: string;
            contentType: string;
            size: number;
            inline: boolean;
            previewable: boolean;
            url: string;
        };
        ImportProgress: {
            /** @enum {string} */
            state: "running" | "stopped" | "done" | "failed";
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string | null;
            done: number;
            total: number | null;
            code: string | null;
        };
        Inbound: {
            id: string;
            channel: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            state: "received" | "processed" | "quarantined" | "discarded";
            /** Format: date-time */
            receivedAt: string;
            from: string | null;
            subject: string | null;
            size: number;
            attempts: number;
            error: {
                code: string;
                detail: string;
            } | null;
            outcome: string | null;
            ticketId: string | null;
            messageId: string | null;
        };
        MailSettings: {
            imap: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "tls" | "starttls" | "none";
                user?: string;
                anyCertificate?: boolean;
                hasPassword: boolean;
            } | null;
            smtp: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "tls" | "starttls" | "none";
                user?: string;
                anyCertificate?: boolean;
                hasPassword: boolean;
            } | null;
            oauth: string | null;
            senderName: string;
            folder: string;
            /** @enum {string} */
            afterReading: "keep" | "seen" | "move";
            moveTo: string | null;
            /** @enum {string} */
            replyToken: "address" | "subject" | "none";
        };
        Message: {
            id: string;
            ticketId: string;
            /** @enum {string} */
            visibility: "public" | "internal";
            /** @enum {string} */
            direction: "in" | "out";
            author: {
                /** @enum {string} */
                kind: "person" | "user" | "system";
                id: string | null;
                name: string;
                email: string | null;
            };
            isNewParticipant: boolean;
            channel: {
                id: string | null;
                kind: string;
            };
            text: string;
            html: boolean;
            folded: {
                text: string;
            } | null;
            signature: string | null;
            blockedImages: number;
            files: components["schemas"]["File"][];
            mail: {
                messageId: string | null;
                from: string | null;
                to: string[];
                cc: string[];
                subject: string;
                authentication: {
                    spf: string;
                    dkim: string;
                    dmarc: string;
                } | null;
            } | null;
            invitation: {
                method: string;
                summary: string;
                location: string;
                organizer: string | null;
                startsAt: string | null;
                endsAt: string | null;
            } | null;
            automatic: string | null;
            delivery: components["schemas"]["Delivery"] | null;
            bounces: components["schemas"]["Bounce"][];
            hasSource: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        NewApiToken: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: string[];
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            prefix: string;
            token: string;
        };
        OAuthApplication: {
            /** @enum {string} */
            provider: "google" | "microsoft" | "yandex";
            clientId: string;
            hasSecret: boolean;
            authorizeUrl: string | null;
            tokenUrl: string | null;
            userUrl: string | null;
        };
        Organization: {
            id: string;
            name: string;
            domains: string[];
            inn: string | null;
            note: string;
            people: number;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        OwnUser: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            locale: "ru" | "en";
            /** @enum {string} */
            theme: "auto" | "light" | "dark";
        };
        Permission: {
            key: string;
            group: string;
        };
        Person: {
            id: string;
            name: string;
            organization: components["schemas"]["Ref"] | null;
            contacts: components["schemas"]["Contact"][];
            locale: ("ru" | "en") | null;
            note: string;
            vip: boolean;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        Priority: "low" | "normal" | "high" | "urgent";
        ProbeStep: {
            step: string;
            ok: boolean;
            code: string | null;
            detail: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable and dotted; made for programs. */
            code: string;
            detail?: string;
            field?: string;
            errors?: {
                field: string;
                code: string;
            }[];
            retryAfterSeconds?: number;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        Ref: {
            id: string;
            name: string;
        };
        Role: {
            /** Format: uuid */
            id: string;
            key: ("administrator" | "lead" | "agent" | "observer") | null;
            name: string;
            permissions: string[];
            /** @enum {string} */
            scope: "all" | "teams";
            version: number;
        };
        Session: {
            user: components["schemas"]["OwnUser"];
            workspace: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                locale: "ru" | "en";
                timeZone: string;
                requireTotp: boolean;
            };
            role: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            permissions: string[];
            totp: {
                enabled: boolean;
                required: boolean;
            };
            /** Format: date-time */
            expiresAt: string | null;
        };
        Setup: {
            needed: boolean;
            /** @enum {string} */
            locale: "ru" | "en";
            smtpAddress: string;
            smtpPort: number;
        };
        SignedIn: {
            /** Format: uuid */
            id: string;
            current: boolean;
            userAgent: string | null;
            ip: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        };
        /** @enum {string} */
        Status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
            members: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            version: number;
        };
        Ticket: {
            id: string;
            number: number;
            type: components["schemas"]["TicketType"];
            subject: string;
            status: components["schemas"]["Status"];
            priority: components["schemas"]["Priority"];
            impact: components["schemas"]["Priority"] | null;
            urgency: components["schemas"]["Priority"] | null;
            category: components["schemas"]["Ref"] | null;
            channel: {
                id: string | null;
                kind: string;
            };
            requester: {
                id: string;
                name: string;
                email: string | null;
            };
            organization: components["schemas"]["Ref"] | null;
            team: components["schemas"]["Ref"] | null;
            assignee: components["schemas"]["Ref"] | null;
            tags: string[];
            region: string | null;
            fields: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            lastMessageAt: string;
            /** @enum {string} */
            lastMessageBy: "customer" | "agent" | "system";
            preview: string;
            messageCount: number;
            /** Format: date-time */
            firstRespondedAt: string | null;
            /** Format: date-time */
            solvedAt: string | null;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            resolutionDueAt: string | null;
            version: number;
        };
        TicketDetails: {
            id: string;
            number: number;
            type: components["schemas"]["TicketType"];
            subject: string;
            status: components["schemas"]["Status"];
            priority: components["schemas"]["Priority"];
            impact: components["schemas"]["Priority"] | null;
            urgency: components["schemas"]["Priority"] | null;
            category: components["schemas"]["Ref"] | null;
            channel: {
                id: string | null;
                kind: string;
            };
            requester: {
                id: string;
                name: string;
                email: string | null;
            };
            organization: components["schemas"]["Ref"] | null;
            team: components["schemas"]["Ref"] | null;
            assignee: components["schemas"]["Ref"] | null;
            tags: string[];
            region: string | null;
            fields: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            lastMessageAt: string;
            /** @enum {string} */
            lastMessageBy: "customer" | "agent" | "system";
            preview: string;
            messageCount: number;
            /** Format: date-time */
            firstRespondedAt: string | null;
            /** Format: date-time */
            solvedAt: string | null;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            resolutionDueAt: string | null;
            version: number;
            followers: components["schemas"]["Ref"][];
            allowed: {
                reply: boolean;
                note: boolean;
                assign: boolean;
                change: boolean;
            };
        };
        /** @enum {string} */
        TicketType: "question" | "incident" | "service_request" | "problem" | "change" | "complaint" | "task";
        TotpSecret: {
            secret: string;
            uri: string;
        };
        User: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            role: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            teams: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            active: boolean;
            /** @enum {string} */
            locale: "ru" | "en";
            totpEnabled: boolean;
            /** Format: date-time */
            lastSeenAt: string | null;
            version: number;
        };
        View: {
            id: string;
            key: string | null;
            name: string | null;
            count: number | null;
            position: number;
        };
        Workspace: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            locale: "ru" | "en";
            timeZone: string;
            requireTotp: boolean;
            answersPerHour: number;
            version: number;
        };
    };
    responses: {
        /** @description The request is not valid; `errors` names the fields. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not permitted. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing in this workspace. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed meanwhile. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A rule says no; `code` says which. */
        NotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many attempts. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A problem. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Repeating a write with the same key gives the first answer and does nothing again. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the first run is still to be done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
            400: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company: string;
                    /** @enum {string} */
                    locale: "ru" | "en";
                    timeZone: string;
                    administrator: {
                        name: string;
                        email: string;
                        password: string;
                    };
                };
            };
        };
        responses: {
            /** @description Make the workspace and its first administrator; once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in and what they may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    code?: string;
                    workspace?: string;
                };
            };
        };
        responses: {
            /** @description Sign in; the answer sets the cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out here */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where you are signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SignedIn"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    closeOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out everywhere else */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out in one place */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeOwnProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    locale?: "ru" | "en";
                    /** @enum {string} */
                    theme?: "auto" | "light" | "dark";
                };
            };
        };
        responses: {
            /** @description Change your name, language or theme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnUser"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Change your password; signs you out everywhere else */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description A new secret for the authenticator app; it counts once a code of it is confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    dropTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Switch the second factor off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Switch the second factor on by its first code; shows the recovery codes once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your API tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiToken"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: string[];
                    /** Format: date-time */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Make an API token; it is shown once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiToken"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End an API token */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                q?: string;
                active?: "true" | "false";
                team?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People of the company */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    addUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email: string;
                    /** Format: uuid */
                    roleId: string;
                    teamIds?: string[];
                    password: string;
                    /** @enum {string} */
                    locale?: "ru" | "en";
                };
            };
        };
        responses: {
            /** @description Add somebody to the company */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name?: string;
                    /** Format: uuid */
                    roleId?: string;
                    teamIds?: string[];
                    active?: boolean;
                    password?: string;
                    /** @constant */
                    totpEnabled?: false;
                };
            };
        };
        responses: {
            /** @description Change somebody: name, role, teams, password; deactivate them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listTeams: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Teams and their members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Team"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    addTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    memberIds?: string[];
                };
            };
        };
        responses: {
            /** @description Make a team */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    deleteTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a team */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name?: string;
                    memberIds?: string[];
                };
            };
        };
        responses: {
            /** @description Rename a team, set its members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roles, built in and own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Role"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    addRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    permissions: string[];
                    /**
                     * @default all
                     * @enum {string}
                     */
                    scope?: "all" | "teams";
                };
            };
        };
        responses: {
            /** @description Make a role */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a role */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name?: string;
                    permissions?: string[];
                    /** @enum {string} */
                    scope?: "all" | "teams";
                };
            };
        };
        responses: {
            /** @description Change a role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listPermissions: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything a role can permit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Permission"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    getWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The company and its settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name?: string;
                    /** @enum {string} */
                    locale?: "ru" | "en";
                    timeZone?: string;
                    requireTotp?: boolean;
                    answersPerHour?: number;
                };
            };
        };
        responses: {
            /** @description Change the settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                q?: string;
                email?: string;
                phone?: string;
                organization?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email?: string;
                    phone?: string;
                    contacts?: {
                        /** @enum {string} */
                        kind: "email" | "phone" | "telegram" | "whatsapp" | "vk" | "max" | "viber";
                        value: string;
                    }[];
                    /** Format: uuid */
                    organizationId?: string | null;
                    locale?: ("ru" | "en") | null;
                    note?: string;
                    vip?: boolean;
                };
            };
        };
        responses: {
            /** @description Add a person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    contacts?: {
                        /** @enum {string} */
                        kind: "email" | "phone" | "telegram" | "whatsapp" | "vk" | "max" | "viber";
                        value: string;
                    }[];
                    /** Format: uuid */
                    organizationId?: string | null;
                    locale?: ("ru" | "en") | null;
                    note?: string;
                    vip?: boolean;
                };
            };
        };
        responses: {
            /** @description Change a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List organizations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Organization"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    addOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    domains?: string[];
                    inn?: string | null;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Add an organization */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an organization */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    domains?: string[];
                    inn?: string | null;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Change an organization */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                view?: string;
                status?: (components["schemas"]["Status"] | "any_open")[];
                assignee?: "me" | "none" | string;
                team?: "none" | string;
                requester?: string;
                organization?: string;
                priority?: components["schemas"]["Priority"][];
                type?: components["schemas"]["TicketType"][];
                category?: string;
                channel?: string;
                tag?: string;
                sort?: "updated" | "created";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List tickets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Ticket"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    openTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: string;
                    body?: string;
                    html?: string;
                    requester: {
                        /** Format: uuid */
                        id?: string;
                        email?: string;
                        phone?: string;
                        name?: string;
                    };
                    priority?: components["schemas"]["Priority"];
                    impact?: components["schemas"]["Priority"];
                    urgency?: components["schemas"]["Priority"];
                    type?: components["schemas"]["TicketType"];
                    tags?: string[];
                    fields?: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    region?: string | null;
                    /** Format: uuid */
                    categoryId?: string | null;
                    /** Format: uuid */
                    teamId?: string | null;
                    /** Format: uuid */
                    assigneeId?: string | null;
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description Open a ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetails"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    status?: components["schemas"]["Status"];
                    priority?: components["schemas"]["Priority"];
                    impact?: components["schemas"]["Priority"] | null;
                    urgency?: components["schemas"]["Priority"] | null;
                    type?: components["schemas"]["TicketType"];
                    /** Format: uuid */
                    assigneeId?: string | null;
                    /** Format: uuid */
                    teamId?: string | null;
                    /** Format: uuid */
                    categoryId?: string | null;
                    tags?: string[];
                    subject?: string;
                    region?: string | null;
                    fields?: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Change a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    writeMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    body?: string;
                    html?: string;
                    /**
                     * @default public
                     * @enum {string}
                     */
                    visibility?: "public" | "internal";
                    attachments?: string[];
                    cc?: string[];
                    status?: components["schemas"]["Status"];
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Answer or note */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    readMessageFrame: {
        parameters: {
            query?: {
                images?: "0" | "1";
                theme?: "light" | "dark" | "auto";
            };
            header?: never;
            path: {
                ticketId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A message as a document for a sandboxed frame */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description History of a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    followTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticketId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make somebody follow a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        following: boolean;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    unfollowTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticketId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let somebody follow no longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        following: boolean;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    uploadFile: {
        parameters: {
            query: {
                name: string;
            };
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Upload a file to attach; the body is its bytes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    readFile: {
        parameters: {
            query?: {
                download?: "0" | "1";
            };
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List views */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["View"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    countViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count the tickets of views */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            [key: string]: number;
                        };
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List categories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Category"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    addCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    parentId?: string | null;
                };
            };
        };
        responses: {
            /** @description Add a category */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    archiveCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a category away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    /** Format: uuid */
                    parentId?: string | null;
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Change a category */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suggest tags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            uses: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List channels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Channel"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    addChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    kind: "email";
                    name: string;
                    address: string;
                    /** Format: uuid */
                    teamId?: string | null;
                    active?: boolean;
                    settings: {
                        imap?: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                            user?: string;
                            anyCertificate?: boolean;
                            password?: string;
                        } | null;
                        smtp?: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                            user?: string;
                            anyCertificate?: boolean;
                            password?: string;
                        } | null;
                        oauth?: ("google" | "microsoft" | "yandex") | null;
                        oauthGrant?: string;
                        senderName?: string;
                        folder?: string;
                        /** @enum {string} */
                        afterReading?: "keep" | "seen" | "move";
                        moveTo?: string;
                        /** @enum {string} */
                        replyToken?: "address" | "subject" | "none";
                    };
                };
            };
        };
        responses: {
            /** @description Connect a mailbox */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    removeChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a channel out of use */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    changeChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    address?: string;
                    /** Format: uuid */
                    teamId?: string | null;
                    active?: boolean;
                    settings?: {
                        imap?: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                            user?: string;
                            anyCertificate?: boolean;
                            password?: string;
                        } | null;
                        smtp?: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                            user?: string;
                            anyCertificate?: boolean;
                            password?: string;
                        } | null;
                        oauth?: ("google" | "microsoft" | "yandex") | null;
                        oauthGrant?: string;
                        senderName?: string;
                        folder?: string;
                        /** @enum {string} */
                        afterReading?: "keep" | "seen" | "move";
                        moveTo?: string;
                        /** @enum {string} */
                        replyToken?: "address" | "subject" | "none";
                    };
                };
            };
        };
        responses: {
            /** @description Change a channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    since?: string;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Bring the letters of a period, or go on with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    stopImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop the import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    retryLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticketId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a failed answer once more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listInbound: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "received" | "processed" | "quarantined" | "discarded";
                channel?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List incoming letters by state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Inbound"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    getInbound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inboundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an incoming letter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbound"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    discardInbound: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                inboundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a letter off the list */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    retryInbound: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                inboundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a letter in once more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbound"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    readInboundSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inboundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The raw source of an incoming letter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    readMessageSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The raw source of the letter behind a message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    readOutsideImage: {
        parameters: {
            query: {
                url: string;
                sig: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A remote picture of a letter; the address is signed by us */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    guessChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                };
            };
        };
        responses: {
            /** @description Guess the settings of a mailbox from its address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        provider: string | null;
                        imap: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                        } | null;
                        smtp: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                        } | null;
                        user: string;
                        hints: string[];
                        oauth: ("google" | "microsoft" | "yandex") | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    probeChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        imap?: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                            user?: string;
                            anyCertificate?: boolean;
                            password?: string;
                        } | null;
                        smtp?: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                            user?: string;
                            anyCertificate?: boolean;
                            password?: string;
                        } | null;
                        oauth?: ("google" | "microsoft" | "yandex") | null;
                        oauthGrant?: string;
                        senderName?: string;
                        folder?: string;
                        /** @enum {string} */
                        afterReading?: "keep" | "seen" | "move";
                        moveTo?: string;
                        /** @enum {string} */
                        replyToken?: "address" | "subject" | "none";
                    };
                    /** Format: uuid */
                    channelId?: string;
                };
            };
        };
        responses: {
            /** @description Try the settings of a mailbox, step by step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        steps: components["schemas"]["ProbeStep"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listOauthApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the applications registered at providers of mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OAuthApplication"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    setOauthApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                provider: "google" | "microsoft" | "yandex";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientId: string;
                    clientSecret?: string | null;
                    /** Format: uri */
                    authorizeUrl?: string | null;
                    /** Format: uri */
                    tokenUrl?: string | null;
                    /** Format: uri */
                    userUrl?: string | null;
                };
            };
        };
        responses: {
            /** @description Set the application registered at a provider of mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthApplication"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    startOauth: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    provider: "google" | "microsoft" | "yandex";
                    address?: string;
                };
            };
        };
        responses: {
            /** @description Begin the sign-in at a provider of mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    finishOauth: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the provider sends the browser back to */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                action?: string;
                actorId?: string;
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who changed which setting, and when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
    streamLive: {
        parameters: {
            query?: {
                lastEventId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Live changes as server-sent events; resumes by Last-Event-ID */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Refused"];
        };
    };
}
