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
    "/api/v1/people/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People as CSV, noted in the audit log and marked */
        get: operations["exportPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/people/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find people while typing */
        get: operations["suggestPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List possible duplicates */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
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
    "/api/v1/people/{personId}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be the same person */
        get: operations["listDuplicatesOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/different/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that two people are different */
        put: operations["keepApart"];
        post?: never;
        /** Take back that two people are different */
        delete: operations["stopKeepingApart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was merged into a person */
        get: operations["listMerges"];
        put?: never;
        /** Merge another person into this one */
        post: operations["mergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/merges/{mergeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Undo a merge */
        delete: operations["undoMerge"];
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/legal-entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List own legal entities */
        get: operations["listOwnLegalEntities"];
        put?: never;
        /** Add a legal entity */
        post: operations["addLegalEntity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-entities/{entityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a legal entity */
        delete: operations["removeLegalEntity"];
        options?: never;
        head?: never;
        /** Change a legal entity */
        patch: operations["changeLegalEntity"];
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a branch */
        post: operations["addBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find branches of organizations */
        get: operations["listBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches/{branchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a branch */
        get: operations["getBranch"];
        put?: never;
        post?: never;
        /** Remove a branch */
        delete: operations["removeBranch"];
        options?: never;
        head?: never;
        /** Change a branch */
        patch: operations["changeBranch"];
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calendars of working time */
        get: operations["listCalendars"];
        put?: never;
        /** Add a calendar */
        post: operations["addCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendarId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a calendar */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        /** Remove a calendar */
        delete: operations["removeCalendar"];
        options?: never;
        head?: never;
        /** Change a calendar */
        patch: operations["changeCalendar"];
        trace?: never;
    };
    "/api/v1/calendars/{calendarId}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every day of a year or a month, and why it is as it is */
        get: operations["daysCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendarId}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read days off from a file, and take them over */
        post: operations["importDays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendarId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days off, short days and other own days, as iCalendar */
        get: operations["exportDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/tickets/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which tickets a condition holds for */
        post: operations["matchTicket"];
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
    "/api/v1/tickets/{ticketId}/spam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a ticket into spam */
        put: operations["markSpam"];
        post?: never;
        /** Take a ticket out of spam, as it was before */
        delete: operations["unmarkSpam"];
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
    "/api/v1/tickets/{ticketId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own drafts in a ticket */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/drafts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what is being written */
        put: operations["saveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back an answer that has not left yet */
        delete: operations["withdrawAnswer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers that will be sent later */
        get: operations["listPlannedAnswers"];
        put?: never;
        /** Answer later */
        post: operations["planAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/planned/{plannedId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel a planned answer */
        delete: operations["cancelPlannedAnswer"];
        options?: never;
        head?: never;
        /** Change a planned answer */
        patch: operations["changePlannedAnswer"];
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that one looks at a ticket, or writes in it; who else does */
        put: operations["sayPresence"];
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
    "/api/v1/people/{personId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything written with a person, over all channels */
        get: operations["listPersonTimeline"];
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
        /** Save a view */
        post: operations["addView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a saved view */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        /** Change a saved view */
        patch: operations["changeView"];
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
    "/api/v1/bulk-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your bulk acts */
        get: operations["listBulkActs"];
        put?: never;
        /** Change many tickets in the background */
        post: operations["startBulkAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-acts/{bulkActId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a bulk act has come */
        get: operations["getBulkAct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-acts/{bulkActId}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each ticket of a bulk act */
        get: operations["listBulkTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-acts/{bulkActId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a bulk act; what is changed stays */
        post: operations["cancelBulkAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-acts/{bulkActId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a bulk act back where nobody has changed its tickets since */
        post: operations["undoBulkAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets of a view or a filter as CSV, noted in the audit log and marked */
        get: operations["exportTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge a ticket into another one */
        post: operations["mergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give chosen messages a ticket of their own */
        post: operations["splitTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/moves/{moveId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge or a split back */
        post: operations["undoMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links, merges and splits of a ticket */
        get: operations["getRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link two tickets */
        post: operations["linkTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link away */
        delete: operations["unlinkTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a ticket aside until a time or an answer */
        put: operations["snoozeTicket"];
        post?: never;
        /** Bring a ticket back that was put aside */
        delete: operations["wakeTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own reminders */
        get: operations["listReminders"];
        put?: never;
        /** Remind yourself, or promise a call */
        post: operations["setReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{reminderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a reminder */
        delete: operations["removeReminder"];
        options?: never;
        head?: never;
        /** Put a reminder off, or mark it done */
        patch: operations["changeReminder"];
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Time spent on a ticket */
        get: operations["listTime"];
        put?: never;
        /** Write time down */
        post: operations["logTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a time entry */
        delete: operations["removeTime"];
        options?: never;
        head?: never;
        /** Change a time entry */
        patch: operations["changeTime"];
        trace?: never;
    };
    "/api/v1/timer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your running timer */
        get: operations["getTimer"];
        /** Start your timer for a ticket */
        put: operations["startTimer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop your timer and write its time down */
        post: operations["stopTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an hour costs, by role */
        get: operations["getTimeRates"];
        /** Set what an hour costs */
        put: operations["setTimeRates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Time spent within a span, as CSV */
        get: operations["exportTime"];
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
    "/api/v1/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own statuses, by type of ticket */
        get: operations["listStatuses"];
        put?: never;
        /** Add an own status */
        post: operations["addStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statuses/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put own statuses into another order */
        put: operations["orderStatuses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statuses/{statusId}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tickets are in an own status */
        get: operations["countInStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statuses/{statusId}": {
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
        /** Change an own status */
        patch: operations["changeStatus"];
        trace?: never;
    };
    "/api/v1/statuses/{statusId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove an own status and say where its tickets go */
        post: operations["removeStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which steps each type of ticket may take, and what is required before them */
        get: operations["listWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the steps of a type and what is required before them */
        put: operations["setWorkflow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own fields of tickets */
        get: operations["listFields"];
        put?: never;
        /** Add an own field */
        post: operations["addField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields/{fieldId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an own field; tickets keep its values */
        delete: operations["removeField"];
        options?: never;
        head?: never;
        /** Change an own field */
        patch: operations["changeField"];
        trace?: never;
    };
    "/api/v1/checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checklists */
        get: operations["listChecklists"];
        put?: never;
        /** Add a checklist */
        post: operations["addChecklist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checklists/{checklistId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a checklist; tickets keep its steps */
        delete: operations["removeChecklist"];
        options?: never;
        head?: never;
        /** Change a checklist */
        patch: operations["changeChecklist"];
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statuses that a ticket can take now, and what is missing for them */
        get: operations["listSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of a ticket */
        get: operations["listTicketTasks"];
        put?: never;
        /** Add a task to a ticket */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the steps of a checklist to a ticket */
        post: operations["attachChecklist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of all tickets, or your own */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a task */
        delete: operations["removeTask"];
        options?: never;
        head?: never;
        /** Change a task, or tick it off */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/tasks/{taskId}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back a task that was removed from a ticket */
        post: operations["restoreTask"];
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
    "/api/v1/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List signatures */
        get: operations["listSignatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signatures/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the signature of a team, or of everybody */
        put: operations["setSignature"];
        post?: never;
        /** Remove a signature */
        delete: operations["removeSignature"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signature below an answer in a ticket */
        get: operations["previewSignature"];
        put?: never;
        post?: never;
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
    "/api/v1/block-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who goes to spam */
        get: operations["listBlocked"];
        put?: never;
        /** Block a sender */
        post: operations["blockSender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/block-list/touched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom of our customers an entry would speak of */
        get: operations["touchedByBlock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/block-list/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Block a sender no longer */
        delete: operations["unblockSender"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachment-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which files are taken in */
        get: operations["getAttachmentPolicy"];
        /** Say which files are taken in */
        put: operations["setAttachmentPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List forms */
        get: operations["listForms"];
        put?: never;
        /** Add a form */
        post: operations["addForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{formId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a form */
        get: operations["getForm"];
        put?: never;
        post?: never;
        /** Remove a form; its tickets stay */
        delete: operations["removeForm"];
        options?: never;
        head?: never;
        /** Change a form */
        patch: operations["changeForm"];
        trace?: never;
    };
    "/api/v1/public/forms/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form for whoever wants to show it, with a token to send it; open to every site */
        get: operations["showForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/forms/{form}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a form, as multipart/form-data with its token; open to every site */
        post: operations["submitForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List SLA policies in their order */
        get: operations["listPolicies"];
        put?: never;
        /** Add an SLA policy */
        post: operations["addPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put SLA policies into another order */
        put: operations["orderPolicies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{policyId}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open tickets have clocks of an SLA policy */
        get: operations["countTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an SLA policy */
        delete: operations["removePolicy"];
        options?: never;
        head?: never;
        /** Change an SLA policy; open tickets follow in the background */
        patch: operations["changePolicy"];
        trace?: never;
    };
    "/api/v1/sla-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what a draft of a policy or calendar would change over all open tickets */
        post: operations["startPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-previews/{previewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a preview is, and what it has found */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clocks of a ticket */
        get: operations["listClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is there now, who is away, absent or on duty */
        get: operations["listAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that one is away, or back */
        put: operations["setPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List absences, on and planned or over */
        get: operations["listAbsences"];
        put?: never;
        /** Enter an absence; one that has begun hands over at once */
        post: operations["addAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{absenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel an absence that has not begun */
        delete: operations["cancelAbsence"];
        options?: never;
        head?: never;
        /** Change an absence */
        patch: operations["changeAbsence"];
        trace?: never;
    };
    "/api/v1/absences/{absenceId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back: the absence is over now, and what was handed over comes back */
        post: operations["endAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{absenceId}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an absence has handed over, and what became of it */
        get: operations["listAbsenceTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which hours everybody works */
        get: operations["listSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set by which hours somebody works */
        put: operations["setSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rota of duties */
        get: operations["listDuty"];
        put?: never;
        /** Add a duty */
        post: operations["addDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has the duty when, laid out in time */
        get: operations["listTurns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty/{dutyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a duty */
        delete: operations["removeDuty"];
        options?: never;
        head?: never;
        /** Change a duty */
        patch: operations["changeDuty"];
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List templates */
        get: operations["listTemplates"];
        put?: never;
        /** Add a template */
        post: operations["addTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a template */
        delete: operations["removeTemplate"];
        options?: never;
        head?: never;
        /** Change a template */
        patch: operations["changeTemplate"];
        trace?: never;
    };
    "/api/v1/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a template would say for a ticket, or where its mistake is */
        post: operations["previewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates that may answer a ticket, and why */
        get: operations["suggestTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{templateId}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The text of a template for a ticket */
        post: operations["useTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List macros */
        get: operations["listMacros"];
        put?: never;
        /** Add a macro */
        post: operations["addMacro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros/{macroId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a macro */
        delete: operations["removeMacro"];
        options?: never;
        head?: never;
        /** Change a macro */
        patch: operations["changeMacro"];
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Macros for a ticket, those that may answer it first, and why */
        get: operations["suggestMacro"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/macros/{macroId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a macro on a ticket: all of its acts or none */
        post: operations["runMacro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macro-runs/{runId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what a macro did */
        post: operations["undoMacro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk-scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List talk scripts */
        get: operations["listScripts"];
        put?: never;
        /** Add a talk script */
        post: operations["addScript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talk-scripts/{scriptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a talk script */
        delete: operations["removeScript"];
        options?: never;
        head?: never;
        /** Change a talk script */
        patch: operations["changeScript"];
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/talk-scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Talk scripts that fit a ticket */
        get: operations["fittingScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/talk-scripts/{scriptId}/path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down which way a talk went */
        post: operations["keepPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules, in the order in which they act */
        get: operations["listRules"];
        put?: never;
        /** Add a rule */
        post: operations["addRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put rules into another order */
        put: operations["orderRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another secret for the signatures of webhooks */
        post: operations["newSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What rules did beside changing tickets */
        get: operations["listEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/effects/{effectId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try once more what has failed */
        post: operations["replayEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a rule */
        delete: operations["removeRule"];
        options?: never;
        head?: never;
        /** Change a rule */
        patch: operations["changeRule"];
        trace?: never;
    };
    "/api/v1/rules/{ruleId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a rule has been */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{ruleId}/roll-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an old version of a rule the newest */
        post: operations["rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{ruleId}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets that a rule acted upon lately */
        get: operations["listUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List ticket templates */
        get: operations["listTicketTemplates"];
        put?: never;
        /** Add a ticket template */
        post: operations["addTicketTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a ticket template */
        delete: operations["removeTicketTemplate"];
        options?: never;
        head?: never;
        /** Change a ticket template */
        patch: operations["changeTicketTemplate"];
        trace?: never;
    };
    "/api/v1/ticket-templates/{templateId}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a new ticket from a template would say */
        post: operations["fillTicketTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-templates/{templateId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a ticket from a template */
        post: operations["openTicketTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurrences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recurrences */
        get: operations["listRecurrences"];
        put?: never;
        /** Add a recurrence */
        post: operations["addRecurrence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurrences/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next dates of a recurrence */
        get: operations["previewRecurrence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurrences/{recurrenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a recurrence */
        delete: operations["removeRecurrence"];
        options?: never;
        head?: never;
        /** Change a recurrence */
        patch: operations["changeRecurrence"];
        trace?: never;
    };
    "/api/v1/recurrences/{recurrenceId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has become of the occurrences of a recurrence */
        get: operations["runsRecurrence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurrences/{recurrenceId}/runs/{on}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an occurrence that was missed or failed */
        post: operations["openMissed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Routing rules, in the order in which they are asked */
        get: operations["listRoutingRules"];
        put?: never;
        /** Add a routing rule */
        post: operations["addRoutingRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put routing rules into another order */
        put: operations["orderRoutingRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a ticket would go now, also by a rule that is not saved yet */
        post: operations["previewRouting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a routing rule */
        delete: operations["removeRoutingRule"];
        options?: never;
        head?: never;
        /** Change a routing rule */
        patch: operations["changeRoutingRule"];
        trace?: never;
    };
    "/api/v1/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Skills that tickets may ask for */
        get: operations["listSkills"];
        put?: never;
        /** Add a skill */
        post: operations["addSkill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/{skillId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a skill that no routing rule asks for */
        delete: operations["removeSkill"];
        options?: never;
        head?: never;
        /** Rename a skill */
        patch: operations["changeSkill"];
        trace?: never;
    };
    "/api/v1/routing-agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Skills, capacity and load of everybody, and whether they are there */
        get: operations["listRoutingAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-agents/full": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has as much in hand as they may */
        get: operations["listFullAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-agents/{userId}": {
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
        /** Set how much somebody takes and what they know */
        patch: operations["changeRoutingAgent"];
        trace?: never;
    };
    "/api/v1/routing-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets for which nobody is free, those that wait longest first */
        get: operations["listWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a ticket is where it is */
        get: operations["explainTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes that were tried on the past */
        get: operations["listRuns"];
        put?: never;
        /** Try a change of settings on the last days; nothing is changed */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run, and what came of it */
        get: operations["getRun"];
        put?: never;
        post?: never;
        /** Throw a run away */
        delete: operations["removeRun"];
        options?: never;
        head?: never;
        /** Keep a run, or let it be forgotten */
        patch: operations["keepRun"];
        trace?: never;
    };
    "/api/v1/lab/runs/{runId}/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets in which something would have been different */
        get: operations["listExamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lab/runs/{runId}/switch-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the change that was tried */
        post: operations["switchOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Approvals of a ticket */
        get: operations["ofTicket"];
        put?: never;
        /** Ask for an approval */
        post: operations["askApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for your decision */
        get: operations["mineApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approvalId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approvalId}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask those who have not answered once more */
        post: operations["remindApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{approvalId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an approval off */
        post: operations["cancelApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own notices */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notices are unread */
        get: operations["countNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark own notices as read */
        post: operations["readNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of what one wants to be told, and how */
        get: operations["getPreference"];
        /** Choose of what to be told, and how */
        put: operations["setPreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key by which a browser is subscribed (VAPID) */
        get: operations["pushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own browsers that may be called */
        get: operations["listDevices"];
        put?: never;
        /** Let this browser be called */
        post: operations["addDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices/{deviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Call a browser no longer */
        delete: operations["removeDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of what people are told until they choose */
        get: operations["getDefaults"];
        /** Choose of what people are told until they choose */
        put: operations["setDefaults"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters and calls that reached nobody */
        get: operations["listFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-failures/{dispatchId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try once more what has failed */
        post: operations["replayNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers are told by themselves */
        get: operations["listCustomerNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-notices/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose what customers are told, for which channels */
        put: operations["setCustomerNotice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-notices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A letter as a customer would read it */
        post: operations["previewCustomerNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-notices/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter to oneself, as a customer would get it */
        post: operations["tryCustomerNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search tickets, people and organizations */
        get: operations["searchSearch"];
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
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the demo company is here */
        get: operations["getDemo"];
        put?: never;
        /** Load the demo company */
        post: operations["loadDemo"];
        /** Remove the demo company */
        delete: operations["removeDemo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** First steps, and own tours */
        get: operations["getGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guide/tours/{tour}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Remember where you are in a tour */
        put: operations["keepTour"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guide/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a first step aside */
        put: operations["skipStep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was removed and can be put back, the newest first */
        get: operations["listRemovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/removals/{removalId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put back what was removed */
        post: operations["restoreRemoval"];
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
        Absence: {
            id: string;
            user: {
                id: string;
                name: string;
            };
            kind: ("vacation" | "sick" | "trip" | "other") | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string | null;
            firstDay: string | null;
            lastDay: string | null;
            note: string | null;
            substitute: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            handsOver: "all" | "due" | "nothing";
            givesBack: boolean;
            /** @enum {string} */
            state: "planned" | "running" | "over";
            moving: boolean;
            tickets: {
                handed: number;
                returned: number;
                kept: number;
            };
            createdBy: string;
            version: number;
            mayChange: boolean;
        };
        AbsenceTicket: {
            ticket: {
                id: string;
                number: number;
                subject: string;
            };
            to: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            state: "handed" | "returned" | "kept";
            /** Format: date-time */
            handedAt: string;
        };
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
        Approval: {
            id: string;
            ticket: {
                id: string;
                number: number;
                subject: string;
            };
            seesTicket: boolean;
            request: string | null;
            text: string;
            shows: ("subject" | "request")[];
            /** @enum {string} */
            mode: "one" | "all" | "in_order";
            /** @enum {string} */
            state: "pending" | "approved" | "rejected" | "cancelled" | "expired";
            /** Format: date-time */
            deadline: string | null;
            holds: boolean;
            askedBy: {
                id: string | null;
                name: string;
            };
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            closedAt: string | null;
            version: number;
            approvers: {
                id: string;
                /** @enum {string} */
                kind: "user" | "person" | "address";
                userId: string | null;
                name: string;
                email: string | null;
                /** @enum {string} */
                state: "waiting" | "asked" | "approved" | "rejected" | "skipped";
                comment: string;
                decidedBy: string | null;
                via: ("console" | "link") | null;
                /** Format: date-time */
                decidedAt: string | null;
                /** Format: date-time */
                remindedAt: string | null;
                /** @enum {string} */
                mail: "none" | "queued" | "sent" | "failed";
                mailProblem: string | null;
                yours: boolean;
            }[];
        };
        AttachmentPolicy: {
            mail: components["schemas"]["FileRules"];
            forms: components["schemas"]["FileRules"];
            version: number;
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
        BlockEntry: {
            id: string;
            kind: components["schemas"]["BlockKind"];
            value: string;
            note: string;
            caught: number;
            /** Format: date-time */
            lastCaughtAt: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description `address`: one address; `domain`: it and everything below it; `pattern`: of an address, and `subject`: of a subject, with * for any characters and ? for one.
         * @enum {string}
         */
        BlockKind: "address" | "domain" | "pattern" | "subject";
        Bounce: {
            recipient: string;
            code: string;
            hard: boolean;
            detail: string;
            /** Format: date-time */
            at: string;
        };
        Branch: {
            id: string;
            organizationId: string;
            name: string;
            address: string;
            timeZone: string | null;
            version: number;
        };
        BulkAct: {
            id: string;
            /** @enum {string} */
            state: "running" | "cancelling" | "cancelled" | "done";
            total: number;
            counts: {
                waiting: number;
                changed: number;
                same: number;
                kept: number;
                refused: number;
                cancelled: number;
            };
            changes: components["schemas"]["BulkChanges"] | Record<string, never>;
            by: components["schemas"]["Ref"];
            undoOf: string | null;
            undoneBy: string | null;
            undoable: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        BulkChanges: {
            /** @enum {string} */
            status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            /** Format: uuid */
            ownStatusId?: string;
            priority?: components["schemas"]["Priority"];
            type?: components["schemas"]["TicketType"];
            /** Format: uuid */
            assigneeId?: string | null;
            /** Format: uuid */
            teamId?: string | null;
            /** Format: uuid */
            categoryId?: string | null;
            addTags?: unknown[];
            removeTags?: unknown[];
            fields?: {
                [key: string]: string | number | boolean | null | string[];
            };
            answer?: {
                body: string;
                html?: string;
                /** @enum {string} */
                status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            };
            note?: {
                body: string;
                html?: string;
            };
            snooze?: string | "answer";
            /** Format: uuid */
            mergeInto?: string;
            spam?: boolean;
            follow?: boolean;
        };
        BulkChangesInput: {
            /** @enum {string} */
            status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            /** Format: uuid */
            ownStatusId?: string;
            priority?: components["schemas"]["Priority"];
            type?: components["schemas"]["TicketType"];
            /** Format: uuid */
            assigneeId?: string | null;
            /** Format: uuid */
            teamId?: string | null;
            /** Format: uuid */
            categoryId?: string | null;
            addTags?: string[];
            removeTags?: string[];
            fields?: {
                [key: string]: string | number | boolean | null | string[];
            };
            answer?: {
                body: string;
                html?: string;
                /** @enum {string} */
                status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            };
            note?: {
                body: string;
                html?: string;
            };
            snooze?: string | "answer";
            /** Format: uuid */
            mergeInto?: string;
            spam?: boolean;
            follow?: boolean;
        };
        BulkTicket: {
            ticket: {
                id: string;
                number: number;
                subject: string;
            };
            /** @enum {string} */
            outcome: "waiting" | "changed" | "same" | "kept" | "refused" | "cancelled";
            code: string | null;
            kept: {
                field: string;
                by: string | null;
            }[];
        };
        Calendar: {
            id: string;
            name: string;
            zone: string;
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            country: "ru" | null;
            days: {
                [key: string]: {
                    /** @enum {string} */
                    kind: "off" | "hours" | "short" | "working";
                    spans?: [
                        string,
                        string
                    ][];
                    minutes?: number;
                    name?: string;
                };
            };
            isDefault: boolean;
            teams: {
                id: string;
                name: string;
            }[];
            version: number;
        };
        CalendarDay: {
            date: string;
            spans: [
                string,
                string
            ][];
            /** @enum {string} */
            source: "week" | "country" | "own";
            /** @enum {string} */
            kind: "ordinary" | "off" | "hours" | "short" | "working";
            name: string | null;
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
        Checklist: {
            id: string;
            name: string;
            steps: string[];
            automatic: boolean;
            types: components["schemas"]["TicketType"][];
            categoryIds: string[];
            version: number;
        };
        Clock: {
            target: string;
            /** @enum {string} */
            state: "running" | "paused" | "stopped";
            policy: {
                id: string;
                name: string;
            };
            goalMinutes: number;
            usedMinutes: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            stoppedAt: string | null;
            /** Format: date-time */
            breachedAt: string | null;
        };
        /** @description A tree of at most 60 conditions, 5 deep. */
        Condition: {
            all: components["schemas"]["Condition"][];
        } | {
            any: components["schemas"]["Condition"][];
        } | {
            none: components["schemas"]["Condition"][];
        } | ({
            /** @enum {string} */
            field: "status" | "ownStatus" | "type" | "priority" | "impact" | "urgency" | "category" | "team" | "assignee" | "requester" | "organization" | "branch" | "mailbox" | "channel" | "tags" | "subject" | "message" | "text" | "region" | "own" | "email" | "phone" | "language" | "vip" | "automatic" | "snoozed" | "arrival" | "workingTime" | "slaPolicy" | "slaState" | "slaDue";
            /** @enum {string} */
            operator: "in" | "not_in" | "at_least" | "at_most" | "empty" | "filled" | "any" | "every" | "none" | "contains";
            values?: string[];
            name?: string;
            hours?: {
                days: number[];
                from: string;
                to: string;
            };
        });
        ConditionProblem: {
            path: string;
            /** @enum {string} */
            code: "gone" | "inactive";
        };
        Contact: {
            id: string;
            kind: string;
            value: string;
        };
        Cost: {
            amount: string;
            currency: string;
        };
        CustomerNotice: {
            /** @enum {string} */
            kind: "received" | "status" | "solved";
            channelIds: string[];
            texts: components["schemas"]["CustomerTexts"];
            version: number;
        };
        CustomerTexts: {
            ru: {
                subject: string;
                body: string;
            };
            en: {
                subject: string;
                body: string;
            };
        };
        CustomerTextsInput: {
            ru: {
                subject: string;
                body: string;
            };
            en: {
                subject: string;
                body: string;
            };
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
        Demo: {
            /** @enum {string} */
            state: "absent" | "loading" | "ready" | "removing";
            done: number;
            total: number;
            /** Format: date-time */
            changedAt: string | null;
        };
        Digest: {
            /** @enum {string} */
            every: "hour" | "day";
            at: string;
        };
        DigestInput: {
            /** @enum {string} */
            every: "hour" | "day";
            at: string;
        };
        Draft: {
            ticketId: string;
            /** @enum {string} */
            kind: "reply" | "note";
            edition: string;
            body: string;
            html: string | null;
            cc: string[];
            files: components["schemas"]["File"][];
            aside: {
                body: string;
                html: string | null;
                /** Format: date-time */
                editedAt: string;
            } | null;
            /** Format: date-time */
            editedAt: string;
        };
        DraftChange: {
            /** @constant */
            setting: "rule";
            /** Format: uuid */
            id: string | null;
            version: number | null;
            place?: number;
            definition: {
                name: string;
                enabled: boolean;
                trigger: components["schemas"]["RuleTrigger"];
                condition: components["schemas"]["Condition"];
                actions: components["schemas"]["RuleAction"][];
            } | null;
        } | {
            /** @constant */
            setting: "sla_policy";
            /** Format: uuid */
            id: string | null;
            version: number | null;
            place?: number;
            definition: {
                name: string;
                condition: components["schemas"]["Condition"];
                terms: components["schemas"]["SlaTerms"];
                /** Format: uuid */
                calendarId: string | null;
                byTeam: boolean;
                active: boolean;
            } | null;
        } | {
            /** @constant */
            setting: "routing_rule";
            /** Format: uuid */
            id: string | null;
            version: number | null;
            place?: number;
            definition: {
                name: string;
                /** @default true */
                enabled: boolean;
                condition: components["schemas"]["Condition"];
                /** @default [] */
                skills: {
                    /** Format: uuid */
                    skillId: string;
                    level: number;
                }[];
                steps: components["schemas"]["RoutingStep"][];
            } | null;
        };
        DraftChangeInput: {
            /** @constant */
            setting: "rule";
            /** Format: uuid */
            id: string | null;
            version: number | null;
            place?: number;
            definition: {
                name: string;
                enabled: boolean;
                trigger: components["schemas"]["RuleTriggerInput"];
                condition: components["schemas"]["Condition"];
                actions: components["schemas"]["RuleActionInput"][];
            } | null;
        } | {
            /** @constant */
            setting: "sla_policy";
            /** Format: uuid */
            id: string | null;
            version: number | null;
            place?: number;
            definition: {
                name: string;
                condition: components["schemas"]["Condition"];
                terms: components["schemas"]["SlaTermsInput"];
                /** Format: uuid */
                calendarId: string | null;
                byTeam: boolean;
                active: boolean;
            } | null;
        } | {
            /** @constant */
            setting: "routing_rule";
            /** Format: uuid */
            id: string | null;
            version: number | null;
            place?: number;
            definition: {
                name: string;
                /** @default true */
                enabled: boolean;
                condition: components["schemas"]["Condition"];
                skills?: {
                    /** Format: uuid */
                    skillId: string;
                    level: number;
                }[];
                steps: components["schemas"]["RoutingStepInput"][];
            } | null;
        };
        Duplicate: {
            person: components["schemas"]["Person"];
            reasons: components["schemas"]["Likeness"][];
            strength: number;
            different: boolean;
        };
        DuplicatePair: {
            person: components["schemas"]["Person"];
            other: components["schemas"]["Person"];
            reasons: components["schemas"]["Likeness"][];
            strength: number;
            /** Format: date-time */
            foundAt: string;
        };
        Duty: {
            id: string;
            team: {
                id: string;
                name: string;
            } | null;
            people: {
                id: string;
                name: string;
            }[];
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            to: string | null;
            zone: string | null;
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            } | null;
            version: number;
        };
        DutyTurn: {
            dutyId: string;
            team: {
                id: string;
                name: string;
            } | null;
            people: {
                id: string;
                name: string;
                absent: boolean;
            }[];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            weekly: boolean;
        };
        EscalationAct: {
            /** @constant */
            kind: "team";
            /** Format: uuid */
            value: string;
        } | {
            /** @constant */
            kind: "assignee";
            /** Format: uuid */
            value: string;
        } | {
            /** @constant */
            kind: "priority";
            /** @enum {string} */
            value: "up" | "low" | "normal" | "high" | "urgent";
        } | {
            /** @constant */
            kind: "tags";
            add: string[];
        } | {
            /** @constant */
            kind: "note";
            text: string;
        };
        EscalationActInput: {
            /** @constant */
            kind: "team";
            /** Format: uuid */
            value: string;
        } | {
            /** @constant */
            kind: "assignee";
            /** Format: uuid */
            value: string;
        } | {
            /** @constant */
            kind: "priority";
            /** @enum {string} */
            value: "up" | "low" | "normal" | "high" | "urgent";
        } | {
            /** @constant */
            kind: "tags";
            add: string[];
        } | {
            /** @constant */
            kind: "note";
            text: string;
        };
        EscalationMoment: {
            share: number;
        } | {
            minutesLeft: number;
        } | {
            minutesOver: number;
        };
        EscalationMomentInput: {
            share: number;
        } | {
            minutesLeft: number;
        } | {
            minutesOver: number;
        };
        EscalationStep: {
            /** Format: uuid */
            id?: string;
            target: string;
            when: components["schemas"]["EscalationMoment"];
            tell: components["schemas"]["EscalationTell"];
            /** @default false */
            overridesQuiet: boolean;
            /** @default [] */
            acts: components["schemas"]["EscalationAct"][];
        };
        EscalationStepInput: {
            /** Format: uuid */
            id?: string;
            target: string;
            when: components["schemas"]["EscalationMomentInput"];
            tell: components["schemas"]["EscalationTellInput"];
            /** @default false */
            overridesQuiet: boolean;
            acts?: components["schemas"]["EscalationActInput"][];
        };
        EscalationTell: {
            /** @default false */
            assignee: boolean;
            /** @default false */
            leads: boolean;
            /** @default false */
            onDuty: boolean;
            /** @default [] */
            userIds: string[];
            /** @default [] */
            roleIds: string[];
        };
        EscalationTellInput: {
            /** @default false */
            assignee: boolean;
            /** @default false */
            leads: boolean;
            /** @default false */
            onDuty: boolean;
            userIds?: string[];
            roleIds?: string[];
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
        Excerpt: {
            messageId: string;
            /** @enum {string} */
            visibility: "public" | "internal";
            author: string;
            /** Format: date-time */
            at: string;
            text: string;
            marks: {
                from: number;
                to: number;
            }[];
        };
        FieldDefinition: {
            id: string;
            name: string;
            kind: components["schemas"]["FieldKind"];
            label: string;
            otherLabel: string | null;
            choices: string[];
            types: components["schemas"]["TicketType"][];
            version: number;
        };
        /** @enum {string} */
        FieldKind: "text" | "number" | "date" | "choice" | "yes_no";
        File: {
            id: string;
            name: string;
            contentType: string;
            size: number;
            inline: boolean;
            previewable: boolean;
            url: string;
        };
        FileRules: {
            maxFiles: number | null;
            maxFileBytes: number | null;
            allowed: string[];
            refused: string[];
        };
        FileRulesInput: {
            maxFiles: number | null;
            maxFileBytes: number | null;
            allowed: string[];
            refused: string[];
        };
        FilledTicket: {
            subject: string;
            body: string;
            html: string | null;
            type: components["schemas"]["TicketType"];
            priority: components["schemas"]["Priority"];
            categoryId: string | null;
            teamId: string | null;
            assigneeId: string | null;
            tags: string[];
            fields: {
                [key: string]: unknown;
            };
            requester: {
                id: string;
                name: string;
                email: string | null;
            } | null;
        };
        Form: {
            id: string;
            name: string;
            slug: string;
            ref: string;
            path: string;
            active: boolean;
            team: {
                id: string;
                name: string;
            } | null;
            category: {
                id: string;
                name: string;
            } | null;
            texts: {
                ru: {
                    title: string;
                    intro: string;
                    success: string;
                };
                en: {
                    title: string;
                    intro: string;
                    success: string;
                };
            };
            defaultTexts: {
                ru: {
                    title: string;
                    intro: string;
                    success: string;
                };
                en: {
                    title: string;
                    intro: string;
                    success: string;
                };
            };
            fields: {
                /** @enum {string} */
                subject: "off" | "optional" | "required";
                /** @enum {string} */
                name: "off" | "optional" | "required";
                /** @enum {string} */
                contact: "email" | "phone" | "either";
            };
            type: components["schemas"]["TicketType"];
            ownFields: {
                name: string;
                required: boolean;
            }[];
            attachments: boolean;
            limits: {
                perAddress: number;
                inAll: number;
            };
            version: number;
        };
        FoundOrganization: {
            /** @constant */
            kind: "organization";
            id: string;
            name: string;
            nameMarks: {
                from: number;
                to: number;
            }[];
            domains: string[];
        };
        FoundPerson: {
            /** @constant */
            kind: "person";
            id: string;
            name: string;
            nameMarks: {
                from: number;
                to: number;
            }[];
            organization: components["schemas"]["Ref"] | null;
            contacts: {
                id: string;
                kind: string;
                value: string;
                marks: {
                    from: number;
                    to: number;
                }[];
            }[];
        };
        FoundTicket: {
            /** @constant */
            kind: "ticket";
            id: string;
            number: number;
            subject: string;
            subjectMarks: {
                from: number;
                to: number;
            }[];
            status: components["schemas"]["Status"];
            priority: components["schemas"]["Priority"];
            type: components["schemas"]["TicketType"];
            requester: components["schemas"]["Ref"];
            requesterMarks: {
                from: number;
                to: number;
            }[];
            organization: components["schemas"]["Ref"] | null;
            team: components["schemas"]["Ref"] | null;
            assignee: components["schemas"]["Ref"] | null;
            tags: string[];
            preview: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            excerpts: components["schemas"]["Excerpt"][];
        };
        FullAgent: {
            userId: string;
            load: number;
            capacity: number;
        };
        Guide: {
            steps: {
                /** @enum {string} */
                name: "letter" | "mailbox" | "team" | "colleagues" | "answer" | "backup" | "totp";
                done: boolean;
                skipped: boolean;
            }[];
            tours: components["schemas"]["Tour"][];
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
        LabExample: {
            ticketId: string;
            number: number;
            subject: string;
            /** Format: date-time */
            openedAt: string;
            differences: {
                kind: string;
                /** Format: date-time */
                at: string;
                was: unknown;
                would: unknown;
                side: ("was" | "would") | null;
                reason: {
                    code: string;
                    params?: {
                        [key: string]: unknown;
                    };
                } | null;
            }[];
        };
        LabResult: {
            tickets: {
                opened: number;
                older: number;
                different: number;
                turns: number;
                incomplete: number;
                left: number;
            };
            faithful: {
                same: number;
                of: number;
                person: {
                    same: number;
                    of: number;
                } | null;
            };
            /** @enum {string} */
            routing: "anew" | "kept" | "none";
            waited: {
                tickets: {
                    was: number;
                    would: number;
                };
                minutes: {
                    was: number;
                    would: number;
                };
            };
            fields: {
                field: string;
                tickets: number;
                pairs: {
                    was: unknown;
                    would: unknown;
                    tickets: number;
                }[];
            }[];
            targets: {
                target: string;
                late: {
                    was: number;
                    would: number;
                };
                met: {
                    was: number;
                    would: number;
                };
                nowInTime: number;
                nowLate: number;
            }[];
            warnings: {
                was: number;
                would: number;
            };
            effects: {
                kind: string;
                was: number;
                would: number;
            }[];
            rules: {
                id: string;
                name: string;
                was: number;
                would: number;
            }[];
            byHand: {
                field: string;
                was: number;
                would: number;
            }[];
            cut: {
                was: number;
                would: number;
            };
            days: {
                /** Format: date */
                day: string;
                opened: number;
                different: number;
                late: {
                    was: number;
                    would: number;
                };
            }[];
            teams: {
                id: string | null;
                came: {
                    was: number;
                    would: number;
                };
                late: {
                    was: number;
                    would: number;
                };
            }[];
            people: {
                id: string;
                got: {
                    was: number;
                    would: number;
                };
                most: {
                    was: number;
                    would: number;
                };
            }[];
            names: {
                [key: string]: string;
            };
            seconds: number;
        };
        LabRun: {
            id: string;
            changes: components["schemas"]["DraftChange"][];
            title: string;
            days: number;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            progress: {
                done: number;
                of: number | null;
            };
            result: components["schemas"]["LabResult"] | null;
            problem: string | null;
            kept: boolean;
            /** Format: date-time */
            switchedOnAt: string | null;
            by: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: date-time */
            forgottenAt: string | null;
        };
        LegalEntity: {
            id: string;
            organizationId: string | null;
            /** @enum {string} */
            kind: "company" | "entrepreneur";
            name: string;
            inn: string | null;
            kpp: string | null;
            ogrn: string | null;
            address: string;
            version: number;
        };
        Likeness: {
            /** @enum {string} */
            code: "phone" | "email" | "organization_name" | "script" | "name";
            own: string;
            other: string;
        };
        /** @enum {string} */
        LinkKind: "related" | "parent" | "child" | "problem" | "incident";
        Macro: {
            id: string;
            name: string;
            team: components["schemas"]["Ref"] | null;
            types: components["schemas"]["TicketType"][];
            condition: components["schemas"]["Condition"];
            conditionProblems: components["schemas"]["ConditionProblem"][];
            acts: components["schemas"]["MacroActs"];
            template: components["schemas"]["Ref"] | null;
            digit: number | null;
            uses: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            changedAt: string;
            version: number;
        };
        MacroActs: {
            /** @enum {string} */
            status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            priority?: components["schemas"]["Priority"];
            type?: components["schemas"]["TicketType"];
            assigneeId?: ("me" | string) | null;
            /** Format: uuid */
            teamId?: string | null;
            /** Format: uuid */
            categoryId?: string | null;
            addTags?: unknown[];
            removeTags?: unknown[];
            fields?: {
                [key: string]: string | number | boolean | null | string[];
            };
            note?: string;
            /** Format: uuid */
            answerTemplateId?: string;
            snooze?: "answer" | {
                hours: number;
            };
        };
        MacroActsInput: {
            /** @enum {string} */
            status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            priority?: components["schemas"]["Priority"];
            type?: components["schemas"]["TicketType"];
            assigneeId?: ("me" | string) | null;
            /** Format: uuid */
            teamId?: string | null;
            /** Format: uuid */
            categoryId?: string | null;
            addTags?: string[];
            removeTags?: string[];
            fields?: {
                [key: string]: string | number | boolean | null | string[];
            };
            note?: string;
            /** Format: uuid */
            answerTemplateId?: string;
            snooze?: "answer" | {
                hours: number;
            };
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
        MatchingTickets: {
            tickets: components["schemas"]["Ticket"][];
            matched: number;
            looked: number;
            more: boolean;
            problems: components["schemas"]["ConditionProblem"][];
        };
        Merge: {
            id: string;
            kept: components["schemas"]["Ref"];
            merged: components["schemas"]["Ref"];
            contacts: {
                kind: string;
                value: string;
            }[];
            /** Format: date-time */
            mergedAt: string;
            mergedBy: string;
            /** Format: date-time */
            undoneAt: string | null;
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
                withheld?: {
                    name: string;
                    size: number;
                    /** @enum {string} */
                    reason: "file_type" | "file_size" | "file_count";
                }[];
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
        NamedBranch: {
            id: string;
            organizationId: string;
            name: string;
            address: string;
            timeZone: string | null;
            version: number;
            organization: components["schemas"]["Ref"];
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
        Notice: {
            id: string;
            kind: string;
            ticket: {
                id: string;
                number: number;
                subject: string;
            } | null;
            path: string;
            messageId: string | null;
            actor: {
                id: string | null;
                name: string;
            };
            preview: string;
            words: {
                [key: string]: string | number;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        NotificationChoices: {
            assigned: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "handed-over": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "new-in-team": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "customer-wrote": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "followed-customer-wrote": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            noted: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "followed-noted": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            mention: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            reminder: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "task-assigned": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "task-due": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "not-sent": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "sla-warned": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "sla-breached": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "team-sla-warned": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "team-sla-breached": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            escalated: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            rule: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            approval: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "approval-decided": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            failed: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
        };
        NotificationChoicesInput: {
            assigned: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "handed-over": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "new-in-team": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "customer-wrote": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "followed-customer-wrote": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            noted: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "followed-noted": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            mention: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            reminder: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "task-assigned": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "task-due": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "not-sent": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "sla-warned": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "sla-breached": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "team-sla-warned": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "team-sla-breached": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            escalated: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            rule: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            approval: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            "approval-decided": {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
            failed: {
                app: boolean;
                mail: boolean;
                push: boolean;
            };
        };
        NotificationDefaults: {
            choices: components["schemas"]["NotificationChoices"];
            version: number;
        };
        NotificationFailure: {
            id: string;
            /** @enum {string} */
            way: "mail" | "push";
            kind: string;
            to: {
                id: string;
                name: string;
                isCustomer: boolean;
            };
            ticketNumber: number | null;
            problem: string;
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        NotificationPreference: {
            choices: components["schemas"]["NotificationChoices"];
            zone: string | null;
            quiet: components["schemas"]["QuietHours"] | null;
            digest: components["schemas"]["Digest"] | null;
            defaults: components["schemas"]["NotificationChoices"];
            mailPossible: boolean;
            version: number;
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
            legalEntities: components["schemas"]["LegalEntity"][];
            branches: components["schemas"]["Branch"][];
            note: string;
            people: number;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        OwnStatus: {
            id: string;
            type: components["schemas"]["TicketType"];
            /** @enum {string} */
            class: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            name: string;
            otherName: string | null;
            /** @enum {string} */
            colour: "gray" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "indigo" | "violet" | "pink";
            /** @enum {string} */
            shape: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
            leaving: boolean;
            version: number;
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
            vipLevel: number;
            branch: components["schemas"]["Ref"] | null;
            favouriteChannel: string | null;
            timeZone: string | null;
            quietHours: {
                from: string;
                to: string;
            } | null;
            mergedInto: components["schemas"]["Ref"] | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        PlannedAnswer: {
            id: string;
            ticketId: string;
            author: components["schemas"]["Ref"];
            body: string;
            html: string | null;
            cc: string[];
            files: components["schemas"]["File"][];
            status: components["schemas"]["Status"] | null;
            /** Format: date-time */
            sendAt: string;
            unlessAnswered: boolean;
            problem: ("customer_wrote" | "author_left") | null;
            version: number;
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
                line?: number;
                column?: number;
                about?: string;
            }[];
            retryAfterSeconds?: number;
        };
        PushDevice: {
            id: string;
            name: string;
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            usedAt: string | null;
        };
        QuietHours: {
            from: string;
            to: string;
            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        };
        QuietHoursInput: {
            from: string;
            to: string;
            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        Recurrence: {
            id: string;
            template: components["schemas"]["Ref"];
            rrule: string;
            repeat: {
                /** @enum {string} */
                every: "day" | "week" | "month" | "year";
                interval: number;
                weekdays: {
                    /** @enum {string} */
                    day: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
                    nth: number | null;
                }[];
                monthDays: number[];
                orLastDay: boolean;
                months: number[];
                count: number | null;
                until: string | null;
            };
            from: string;
            at: string;
            zone: string;
            calendar: components["schemas"]["Ref"] | null;
            /** @enum {string} */
            dayOff: "keep" | "skip" | "before" | "after";
            /** @enum {string} */
            missed: "newest" | "all" | "none";
            paused: boolean;
            /** Format: date-time */
            nextAt: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            last: {
                on: string;
                /** @enum {string} */
                outcome: "opened" | "missed" | "failed";
                problem: string | null;
                /** Format: date-time */
                at: string;
            } | null;
        };
        RecurrencePreview: {
            repeat: {
                /** @enum {string} */
                every: "day" | "week" | "month" | "year";
                interval: number;
                weekdays: {
                    /** @enum {string} */
                    day: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
                    nth: number | null;
                }[];
                monthDays: number[];
                orLastDay: boolean;
                months: number[];
                count: number | null;
                until: string | null;
            };
            next: {
                on: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        RecurrenceRun: {
            on: string;
            /** @enum {string} */
            outcome: "opened" | "missed" | "failed";
            ticket: {
                id: string;
                number: number;
                subject: string;
            } | null;
            problem: string | null;
            /** Format: date-time */
            at: string;
        };
        Ref: {
            id: string;
            name: string;
        };
        Related: {
            links: {
                id: string;
                kind: components["schemas"]["LinkKind"];
                ticket: components["schemas"]["Ticket"];
            }[];
            moves: {
                id: string;
                /** @enum {string} */
                kind: "merged" | "merged_into" | "split_off" | "split_from";
                ticket: components["schemas"]["Ticket"];
                messages: number;
                by: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        Reminder: {
            id: string;
            /** @enum {string} */
            kind: "reminder" | "call";
            /** Format: date-time */
            at: string;
            note: string;
            phone: string | null;
            ticket: {
                id: string;
                number: number;
                subject: string;
                status: components["schemas"]["Status"];
            } | null;
            /** Format: date-time */
            firedAt: string | null;
            /** Format: date-time */
            doneAt: string | null;
            version: number;
        };
        Removal: {
            id: string;
            kind: string;
            subjectId: string;
            name: string;
            removedAt: string;
            removedBy: string;
            keptUntil: string;
        };
        Removed: {
            removalId: string;
        };
        RemovedIfThere: {
            removalId: string | null;
        };
        Restored: {
            kind: string;
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
        RoutingAgent: {
            user: {
                id: string;
                name: string;
            };
            teams: {
                id: string;
                name: string;
            }[];
            capacity: number | null;
            skills: {
                skillId: string;
                level: number;
            }[];
            load: number;
            tickets: number;
            mayTake: boolean;
            /** @enum {string} */
            state: "available" | "away" | "off_hours" | "absent";
            /** Format: date-time */
            until: string | null;
            onDuty: boolean;
        };
        RoutingDecision: {
            /** @enum {string} */
            outcome: "handed" | "team" | "waiting" | "none";
            rule: {
                id: string;
                name: string;
            } | null;
            held: {
                field: string;
                operator: string;
                readonly values: string[];
                name?: string;
                hours?: {
                    readonly days: number[];
                    from: string;
                    to: string;
                };
            }[];
            passed: {
                id: string;
                name: string;
                /** @enum {string} */
                why: "condition" | "team";
                failed: {
                    field: string;
                    operator: string;
                    readonly values: string[];
                    name?: string;
                    hours?: {
                        readonly days: number[];
                        from: string;
                        to: string;
                    };
                }[];
            }[];
            more: number;
            steps: {
                teamId: string;
                who: string;
                way: string;
                candidates: [
                    string,
                    string
                ][];
                more: number;
            }[];
            teamId: string | null;
            userId: string | null;
            /** Format: date-time */
            at: string | null;
            names: {
                [key: string]: string;
            };
        };
        RoutingRule: {
            id: string;
            name: string;
            enabled: boolean;
            condition: components["schemas"]["Condition"];
            skills: {
                /** Format: uuid */
                skillId: string;
                level: number;
            }[];
            steps: components["schemas"]["RoutingStep"][];
            version: number;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            problems: components["schemas"]["ConditionProblem"][];
            waiting: number;
        };
        RoutingStep: {
            /** Format: uuid */
            teamId: string;
            /**
             * @default available
             * @enum {string}
             */
            who: "available" | "on_duty";
            /** @enum {string} */
            way: "round_robin" | "least_loaded" | "best_skilled" | "team";
            /** @default false */
            lastAgentFirst: boolean;
            /** @default false */
            anySkill: boolean;
        };
        RoutingStepInput: {
            /** Format: uuid */
            teamId: string;
            /**
             * @default available
             * @enum {string}
             */
            who: "available" | "on_duty";
            /** @enum {string} */
            way: "round_robin" | "least_loaded" | "best_skilled" | "team";
            /** @default false */
            lastAgentFirst: boolean;
            /** @default false */
            anySkill: boolean;
        };
        Rule: {
            id: string;
            name: string;
            enabled: boolean;
            trigger: components["schemas"]["RuleTrigger"];
            condition: components["schemas"]["Condition"];
            actions: components["schemas"]["RuleAction"][];
            version: number;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            problems: components["schemas"]["ConditionProblem"][];
            uses: {
                total: number;
                last30Days: number;
                /** Format: date-time */
                lastAt: string | null;
            };
            failedEffects: number;
        };
        RuleAction: {
            /** @constant */
            kind: "status";
            /** @enum {string} */
            value: "open" | "pending" | "on_hold" | "solved" | "closed";
        } | {
            /** @constant */
            kind: "priority";
            value: components["schemas"]["Priority"];
        } | {
            /** @constant */
            kind: "type";
            value: components["schemas"]["TicketType"];
        } | {
            /** @constant */
            kind: "category";
            /** Format: uuid */
            value: string | null;
        } | {
            /** @constant */
            kind: "team";
            /** Format: uuid */
            value: string | null;
        } | {
            /** @constant */
            kind: "assignee";
            /** Format: uuid */
            value: string | null;
        } | {
            /** @constant */
            kind: "region";
            value: string | null;
        } | {
            /** @constant */
            kind: "own";
            name: string;
            value: string | null;
        } | {
            /** @constant */
            kind: "tags";
            add: unknown[];
            remove: unknown[];
        } | {
            /** @constant */
            kind: "note";
            text: string;
        } | {
            /** @constant */
            kind: "reply";
            /** Format: uuid */
            templateId: string;
        } | {
            /** @constant */
            kind: "notify";
            userIds: string[];
            assignee: boolean;
            text: string;
        } | {
            /** @constant */
            kind: "task";
            text: string;
            /** Format: uuid */
            userId: string | null;
            assignee: boolean;
            dueInMinutes: number | null;
        } | {
            /** @constant */
            kind: "escalate";
            leads: boolean;
            onDuty: boolean;
            userIds: string[];
            overridesQuiet: boolean;
            text: string;
        } | {
            /** @constant */
            kind: "webhook";
            /** Format: uri */
            url: string;
        } | {
            /** @constant */
            kind: "run";
            /** Format: uuid */
            ruleId: string;
        };
        RuleActionInput: {
            /** @constant */
            kind: "status";
            /** @enum {string} */
            value: "open" | "pending" | "on_hold" | "solved" | "closed";
        } | {
            /** @constant */
            kind: "priority";
            value: components["schemas"]["Priority"];
        } | {
            /** @constant */
            kind: "type";
            value: components["schemas"]["TicketType"];
        } | {
            /** @constant */
            kind: "category";
            /** Format: uuid */
            value: string | null;
        } | {
            /** @constant */
            kind: "team";
            /** Format: uuid */
            value: string | null;
        } | {
            /** @constant */
            kind: "assignee";
            /** Format: uuid */
            value: string | null;
        } | {
            /** @constant */
            kind: "region";
            value: string | null;
        } | {
            /** @constant */
            kind: "own";
            name: string;
            value: string | null;
        } | {
            /** @constant */
            kind: "tags";
            add: string[];
            remove: string[];
        } | {
            /** @constant */
            kind: "note";
            text: string;
        } | {
            /** @constant */
            kind: "reply";
            /** Format: uuid */
            templateId: string;
        } | {
            /** @constant */
            kind: "notify";
            userIds: string[];
            assignee: boolean;
            text: string;
        } | {
            /** @constant */
            kind: "task";
            text: string;
            /** Format: uuid */
            userId: string | null;
            assignee: boolean;
            dueInMinutes: number | null;
        } | {
            /** @constant */
            kind: "escalate";
            leads: boolean;
            onDuty: boolean;
            userIds: string[];
            overridesQuiet: boolean;
            text: string;
        } | {
            /** @constant */
            kind: "webhook";
            /** Format: uri */
            url: string;
        } | {
            /** @constant */
            kind: "run";
            /** Format: uuid */
            ruleId: string;
        };
        RuleDefinition: {
            name: string;
            enabled: boolean;
            trigger: components["schemas"]["RuleTrigger"];
            condition: components["schemas"]["Condition"];
            actions: components["schemas"]["RuleAction"][];
        };
        RuleEffect: {
            id: string;
            rule: {
                id: string;
                name: string;
                version: number;
            };
            ticketId: string;
            ticketNumber: number | null;
            action: components["schemas"]["RuleAction"];
            /** @enum {string} */
            state: "queued" | "done" | "failed";
            attempts: number;
            problem: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        RuleTrigger: {
            on: ("opened" | "customer_wrote" | "agent_answered" | "noted" | "changed")[];
        } | {
            /** @enum {string} */
            since: "opened" | "customer_wrote" | "we_answered" | "changed" | "solved";
            minutes: number;
        };
        RuleTriggerInput: {
            on: ("opened" | "customer_wrote" | "agent_answered" | "noted" | "changed")[];
        } | {
            /** @enum {string} */
            since: "opened" | "customer_wrote" | "we_answered" | "changed" | "solved";
            minutes: number;
        };
        RuleVersion: {
            version: number;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            definition: components["schemas"]["RuleDefinition"];
        };
        SavedView: {
            id: string;
            key: string | null;
            name: string | null;
            /** @enum {string} */
            sharing: "built_in" | "own" | "team" | "everybody";
            owner: components["schemas"]["Ref"] | null;
            team: components["schemas"]["Ref"] | null;
            filter: components["schemas"]["TicketFilter"];
            /** @enum {string} */
            sort: "updated" | "created" | "priority" | "number";
            /** @enum {string} */
            order: "asc" | "desc";
            columns: (components["schemas"]["ViewColumn"] | string)[];
            position: number;
            mayChange: boolean;
            version: number;
        };
        Schedule: {
            user: {
                id: string;
                name: string;
            };
            calendar: {
                id: string;
                name: string;
            } | null;
            zone: string | null;
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            } | null;
        };
        SearchAnswer: {
            items: (components["schemas"]["FoundTicket"] | components["schemas"]["FoundPerson"] | components["schemas"]["FoundOrganization"])[];
            next: string | null;
            instead: {
                typed: string;
                meant: string;
                /** @enum {string} */
                why: "layout" | "typo";
            }[];
            complete: boolean;
            catchingUp: boolean;
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
        ShownForm: {
            ref: string;
            company: string;
            /** @enum {string} */
            locale: "ru" | "en";
            title: string;
            intro: string;
            fields: {
                name: string;
                /** @enum {string} */
                kind: "line" | "text" | "email" | "phone" | "number" | "date" | "choice" | "yes_no";
                label: string;
                required: boolean;
                maxLength: number;
                autocomplete: string;
                choices: {
                    value: string;
                    label: string;
                }[];
            }[];
            files: {
                label: string;
                hint: string;
                accept: string;
                maxFiles: number | null;
                maxFileBytes: number | null;
            } | null;
            either: boolean;
            token: string;
            words: {
                [key: string]: string;
            };
            problems: {
                [key: string]: string;
            };
        };
        Signature: {
            team: {
                id: string;
                name: string;
            } | null;
            body: string;
            html: string | null;
            version: number;
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
        Skill: {
            id: string;
            name: string;
            version: number;
            people: number;
        };
        SlaDraft: {
            policy: {
                /** Format: uuid */
                policyId: string | null;
                condition: components["schemas"]["Condition"];
                terms: components["schemas"]["SlaTermsInput"];
                /** Format: uuid */
                calendarId: string | null;
                byTeam: boolean;
                /** @default true */
                active: boolean;
            };
        } | {
            calendar: {
                /** Format: uuid */
                calendarId: string;
                zone: string;
                week: {
                    mon?: [
                        string,
                        string
                    ][];
                    tue?: [
                        string,
                        string
                    ][];
                    wed?: [
                        string,
                        string
                    ][];
                    thu?: [
                        string,
                        string
                    ][];
                    fri?: [
                        string,
                        string
                    ][];
                    sat?: [
                        string,
                        string
                    ][];
                    sun?: [
                        string,
                        string
                    ][];
                };
                country: "ru" | null;
                days: {
                    [key: string]: ({
                        /** @constant */
                        kind: "off";
                        name?: string;
                    } | {
                        /** @constant */
                        kind: "hours";
                        spans: [
                            string,
                            string
                        ][];
                        name?: string;
                    } | {
                        /** @constant */
                        kind: "short";
                        minutes: number;
                        name?: string;
                    } | {
                        /** @constant */
                        kind: "working";
                        name?: string;
                    }) | null;
                };
                teamIds?: string[];
            };
        };
        SlaPolicy: {
            id: string;
            name: string;
            position: number;
            active: boolean;
            condition: components["schemas"]["Condition"];
            terms: components["schemas"]["SlaTerms"];
            calendar: {
                id: string;
                name: string;
            } | null;
            byTeam: boolean;
            version: number;
        };
        SlaPreview: {
            id: string;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            looked: number;
            total: number;
            counts: {
                changed: number;
                late: number;
                gains: number;
                loses: number;
                moves: number;
                sooner: number;
                later: number;
            };
            examples: {
                /** @enum {string} */
                kind: "gains" | "loses" | "moves" | "sooner" | "later";
                late: boolean;
                before: {
                    policy: string | null;
                    /** Format: date-time */
                    dueAt: string | null;
                };
                after: {
                    policy: string | null;
                    /** Format: date-time */
                    dueAt: string | null;
                };
                ticket: {
                    id: string;
                    number: number;
                    subject: string;
                };
            }[];
        };
        SlaTerms: {
            targets: {
                [key: string]: {
                    minutes: number;
                    byPriority?: {
                        [key: string]: number;
                    };
                };
            };
            /**
             * @default [
             *       0.8
             *     ]
             */
            warnAt: number[];
            /**
             * @default [
             *       "pending",
             *       "on_hold"
             *     ]
             */
            pausedIn: ("new" | "open" | "pending" | "on_hold")[];
            /**
             * @default continue
             * @enum {string}
             */
            onReopen: "continue" | "restart" | "leave";
            /**
             * @default keep
             * @enum {string}
             */
            onChange: "keep" | "restart" | "stay";
            /**
             * @default keep
             * @enum {string}
             */
            onPriority: "keep" | "restart" | "stay";
            /**
             * @default longest
             * @enum {string}
             */
            onMerge: "longest" | "own";
            /** @default [] */
            steps: components["schemas"]["EscalationStep"][];
        };
        SlaTermsInput: {
            targets: {
                [key: string]: {
                    minutes: number;
                    byPriority?: {
                        [key: string]: number;
                    };
                };
            };
            /**
             * @default [
             *       0.8
             *     ]
             */
            warnAt: number[];
            /**
             * @default [
             *       "pending",
             *       "on_hold"
             *     ]
             */
            pausedIn: ("new" | "open" | "pending" | "on_hold")[];
            /**
             * @default continue
             * @enum {string}
             */
            onReopen: "continue" | "restart" | "leave";
            /**
             * @default keep
             * @enum {string}
             */
            onChange: "keep" | "restart" | "stay";
            /**
             * @default keep
             * @enum {string}
             */
            onPriority: "keep" | "restart" | "stay";
            /**
             * @default longest
             * @enum {string}
             */
            onMerge: "longest" | "own";
            steps?: components["schemas"]["EscalationStepInput"][];
        };
        /** @enum {string} */
        Status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed" | "spam";
        TalkScript: {
            id: string;
            name: string;
            condition: components["schemas"]["Condition"];
            conditionProblems: components["schemas"]["ConditionProblem"][];
            steps: {
                id: string;
                text: string;
                answers: {
                    text: string;
                    next: string | null;
                }[];
                next: string | null;
                sets: {
                    type?: components["schemas"]["TicketType"];
                    priority?: components["schemas"]["Priority"];
                    categoryId?: string;
                    addTags?: string[];
                    fields?: {
                        [key: string]: unknown;
                    };
                } | null;
                templateId: string | null;
            }[];
            problems: {
                step: string;
                /** @enum {string} */
                code: "lost" | "endless";
            }[];
            uses: number;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            changedAt: string;
            version: number;
        };
        Task: {
            id: string;
            ticket: {
                id: string;
                number: number;
                subject: string;
                status: components["schemas"]["Status"];
            };
            text: string;
            assignee: components["schemas"]["Ref"] | null;
            team: components["schemas"]["Ref"] | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            doneAt: string | null;
            doneBy: string | null;
            checklist: {
                id: string;
                name: string;
            } | null;
            position: number;
            version: number;
        };
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
        Template: {
            id: string;
            name: string;
            text: {
                ru: {
                    body: string;
                    html: string | null;
                } | null;
                en: {
                    body: string;
                    html: string | null;
                } | null;
            };
            team: components["schemas"]["Ref"] | null;
            tags: string[];
            types: components["schemas"]["TicketType"][];
            files: components["schemas"]["File"][];
            uses: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            changedAt: string;
            version: number;
        };
        TextProblem: {
            code: string;
            line: number;
            column: number;
            about: string;
        };
        Ticket: {
            id: string;
            number: number;
            type: components["schemas"]["TicketType"];
            subject: string;
            status: components["schemas"]["Status"];
            ownStatus: components["schemas"]["Ref"] | null;
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
            clock: components["schemas"]["TicketClock"] | null;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            resolutionDueAt: string | null;
            snoozedUntil: (string | "answer") | null;
            mergedInto: {
                id: string;
                number: number;
            } | null;
            version: number;
        };
        TicketClock: {
            target: string;
            /** @enum {string} */
            state: "running" | "paused" | "breached";
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            warnAt: string | null;
        };
        TicketDetails: {
            id: string;
            number: number;
            type: components["schemas"]["TicketType"];
            subject: string;
            status: components["schemas"]["Status"];
            ownStatus: components["schemas"]["Ref"] | null;
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
            clock: components["schemas"]["TicketClock"] | null;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            resolutionDueAt: string | null;
            snoozedUntil: (string | "answer") | null;
            mergedInto: {
                id: string;
                number: number;
            } | null;
            version: number;
            followers: components["schemas"]["Ref"][];
            participants: {
                id: string;
                name: string;
                email: string | null;
            }[];
            allowed: {
                reply: boolean;
                note: boolean;
                assign: boolean;
                change: boolean;
                merge: boolean;
                link: boolean;
                snooze: boolean;
                logTime: boolean;
            };
        };
        TicketFilter: {
            status?: (components["schemas"]["Status"] | "any_open")[];
            assignee?: ("me" | "none" | string)[];
            team?: ("mine" | "none" | string)[];
            requester?: string[];
            organization?: ("none" | string)[];
            priority?: components["schemas"]["Priority"][];
            type?: components["schemas"]["TicketType"][];
            category?: ("none" | string)[];
            ownStatus?: ("none" | string)[];
            channel?: ("none" | string)[];
            tag?: string[];
            region?: string[];
            lastMessageBy?: ("customer" | "agent" | "system")[];
            follower?: ("me" | string)[];
            createdBy?: ("me" | string)[];
            field?: string[];
            /** @enum {string} */
            unanswered?: "first" | "last";
            /** @enum {string} */
            due?: "late" | "hour" | "day";
            /** @enum {string} */
            attachment?: "yes" | "no";
            createdAfter?: string;
            createdBefore?: string;
            updatedAfter?: string;
            updatedBefore?: string;
            /** @enum {string} */
            snoozed?: "without" | "only" | "with";
        };
        TicketFilterInput: {
            status?: (components["schemas"]["Status"] | "any_open")[];
            assignee?: ("me" | "none" | string)[];
            team?: ("mine" | "none" | string)[];
            requester?: string[];
            organization?: ("none" | string)[];
            priority?: components["schemas"]["Priority"][];
            type?: components["schemas"]["TicketType"][];
            category?: ("none" | string)[];
            ownStatus?: ("none" | string)[];
            channel?: ("none" | string)[];
            tag?: string[];
            region?: string[];
            lastMessageBy?: ("customer" | "agent" | "system")[];
            follower?: ("me" | string)[];
            createdBy?: ("me" | string)[];
            field?: string[];
            /** @enum {string} */
            unanswered?: "first" | "last";
            /** @enum {string} */
            due?: "late" | "hour" | "day";
            /** @enum {string} */
            attachment?: "yes" | "no";
            createdAfter?: string;
            createdBefore?: string;
            updatedAfter?: string;
            updatedBefore?: string;
            /** @enum {string} */
            snoozed?: "without" | "only" | "with";
        };
        TicketTemplate: {
            id: string;
            name: string;
            subject: string;
            body: string;
            html: string | null;
            type: components["schemas"]["TicketType"];
            priority: components["schemas"]["Priority"];
            category: components["schemas"]["Ref"] | null;
            team: components["schemas"]["Ref"] | null;
            assignee: components["schemas"]["Ref"] | null;
            tags: string[];
            fields: {
                [key: string]: unknown;
            };
            requester: components["schemas"]["Ref"] | null;
            uses: number;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            version: number;
        };
        /** @enum {string} */
        TicketType: "question" | "incident" | "service_request" | "problem" | "change" | "complaint" | "task";
        TimeEntry: {
            id: string;
            ticket: {
                id: string;
                number: number;
            };
            user: components["schemas"]["Ref"];
            minutes: number;
            note: string;
            /** Format: date-time */
            spentAt: string;
            byTimer: boolean;
            cost: components["schemas"]["Cost"] | null;
            version: number;
        };
        TimeRates: {
            currency: string;
            hourly: string | null;
            roles: {
                role: components["schemas"]["Ref"];
                hourly: string | null;
            }[];
            version: number;
        };
        TimelineEntry: {
            id: string;
            /** @enum {string} */
            kind: "message" | "status";
            messageId: string | null;
            /** Format: date-time */
            at: string;
            ticket: {
                id: string;
                number: number;
                subject: string;
                status: components["schemas"]["Status"];
            };
            channelKind: string;
            /** @enum {string} */
            direction: "in" | "out";
            /** @enum {string} */
            visibility: "public" | "internal";
            author: {
                /** @enum {string} */
                kind: "person" | "user" | "system";
                name: string;
            };
            text: string;
            cut: boolean;
            files: number;
            change: {
                from: components["schemas"]["Status"] | null;
                to: components["schemas"]["Status"];
            } | null;
        };
        Timer: {
            ticket: {
                id: string;
                number: number;
                subject: string;
            };
            /** Format: date-time */
            startedAt: string;
            note: string;
        };
        TotpSecret: {
            secret: string;
            uri: string;
        };
        Tour: {
            /** @enum {string} */
            tour: "agent" | "lead" | "administrator";
            /** @enum {string} */
            state: "running" | "left" | "done";
            step: number;
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
        UserAvailability: {
            user: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            state: "available" | "away" | "off_hours" | "absent";
            /** Format: date-time */
            until: string | null;
            lastDay: string | null;
            substitute: {
                id: string;
                name: string;
            } | null;
            onDuty: boolean;
        };
        View: {
            id: string;
            key: string | null;
            name: string | null;
            /** @enum {string} */
            sharing: "built_in" | "own" | "team" | "everybody";
            owner: components["schemas"]["Ref"] | null;
            team: components["schemas"]["Ref"] | null;
            filter: components["schemas"]["TicketFilter"];
            /** @enum {string} */
            sort: "updated" | "created" | "priority" | "number";
            /** @enum {string} */
            order: "asc" | "desc";
            columns: (components["schemas"]["ViewColumn"] | string)[];
            position: number;
            mayChange: boolean;
            version: number;
            count: number | null;
        };
        /** @enum {string} */
        ViewColumn: "requester" | "organization" | "assignee" | "team" | "priority" | "type" | "category" | "channel" | "tags" | "region" | "created" | "updated";
        WaitingTicket: {
            ticket: {
                id: string;
                number: number;
                subject: string;
                priority: string;
            };
            rule: {
                id: string;
                name: string;
            };
            team: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            since: string;
        };
        Workflow: {
            type: components["schemas"]["TicketType"];
            transitions: {
                from: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed") | string;
                to: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed") | string;
                /** @default false */
                restricted: boolean;
            }[] | null;
            required: {
                before: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed") | string;
                needs: (components["schemas"]["WorkflowNeed"] | string)[];
            }[];
            version: number;
        };
        /** @enum {string} */
        WorkflowNeed: "category" | "team" | "assignee" | "organization" | "tags" | "region" | "impact" | "urgency" | "time" | "answer" | "tasks";
        WorkflowStep: {
            status: components["schemas"]["Status"];
            ownStatusId: string | null;
            code: string | null;
            missing: {
                field: string;
                code: string;
                about?: string;
            }[];
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
            spamKeptDays: number | null;
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
        /** @description Not a content type that is read here. */
        MediaType: {
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
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not right now: the same request may be sent again. */
        Unavailable: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
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
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
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
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description Its id. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    dropTotp: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description Its id. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description `true`: only who may sign in; `false`: only who may not. */
                active?: "true" | "false";
                /** @description Ids of teams; where the schema says so also `mine`, `none`, several with commas. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description Its id. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description Its id. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description Its id. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description Its id. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description Its id. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listPermissions: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                    spamKeptDays?: number | null;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    exportPeople: {
        parameters: {
            query?: {
                /** @description Words to look for. */
                q?: string;
                /** @description Ids of organizations; several with commas where the schema says so. */
                organization?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People as CSV, noted in the audit log and marked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description An e-mail address, whole. */
                email?: string;
                /** @description A phone number, as people write it. */
                phone?: string;
                /** @description Ids of organizations; several with commas where the schema says so. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                    /** Format: uuid */
                    organizationId?: string | null;
                    /** Format: uuid */
                    branchId?: string | null;
                    locale?: ("ru" | "en") | null;
                    note?: string;
                    vip?: boolean;
                    vipLevel?: number;
                    favouriteChannel?: ("email" | "phone" | "telegram" | "whatsapp" | "vk" | "max" | "viber") | null;
                    timeZone?: string | null;
                    quietHours?: {
                        from: string;
                        to: string;
                    } | null;
                    email?: string;
                    phone?: string;
                    contacts?: {
                        /** @enum {string} */
                        kind: "email" | "phone" | "telegram" | "whatsapp" | "vk" | "max" | "viber";
                        value: string;
                    }[];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    suggestPeople: {
        parameters: {
            query: {
                /** @description Words to look for. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Find people while typing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listDuplicates: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List possible duplicates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DuplicatePair"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the person. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the person. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** Format: uuid */
                    organizationId?: string | null;
                    /** Format: uuid */
                    branchId?: string | null;
                    locale?: ("ru" | "en") | null;
                    note?: string;
                    vip?: boolean;
                    vipLevel?: number;
                    favouriteChannel?: ("email" | "phone" | "telegram" | "whatsapp" | "vk" | "max" | "viber") | null;
                    timeZone?: string | null;
                    quietHours?: {
                        from: string;
                        to: string;
                    } | null;
                    version?: number;
                    contacts?: {
                        /** @enum {string} */
                        kind: "email" | "phone" | "telegram" | "whatsapp" | "vk" | "max" | "viber";
                        value: string;
                    }[];
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listDuplicatesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the person. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who may be the same person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Duplicate"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    keepApart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the person. */
                personId: string;
                /** @description The id of the other one. */
                otherId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that two people are different */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    stopKeepingApart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the person. */
                personId: string;
                /** @description The id of the other one. */
                otherId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back that two people are different */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the person. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was merged into a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Merge"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    mergePeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the person. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    otherId: string;
                    version?: number;
                    otherVersion?: number;
                };
            };
        };
        responses: {
            /** @description Merge another person into this one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    undoMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the person. */
                personId: string;
                /** @description The id of the merge. */
                mergeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Undo a merge */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Words to look for. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the organization. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the organization. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listOwnLegalEntities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List own legal entities */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LegalEntity"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addLegalEntity: {
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
                    /** Format: uuid */
                    organizationId: string | null;
                    /** @enum {string} */
                    kind: "company" | "entrepreneur";
                    name: string;
                    inn?: string | null;
                    kpp?: string | null;
                    ogrn?: string | null;
                    address?: string;
                };
            };
        };
        responses: {
            /** @description Add a legal entity */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeLegalEntity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the entity. */
                entityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a legal entity */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeLegalEntity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the entity. */
                entityId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    /** @enum {string} */
                    kind?: "company" | "entrepreneur";
                    name?: string;
                    inn?: string | null;
                    kpp?: string | null;
                    ogrn?: string | null;
                    address?: string;
                };
            };
        };
        responses: {
            /** @description Change a legal entity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addBranch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the organization. */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    address?: string;
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            /** @description Add a branch */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Branch"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listBranches: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Words to look for. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Find branches of organizations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NamedBranch"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getBranch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the branch. */
                branchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a branch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedBranch"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeBranch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the branch. */
                branchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a branch */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeBranch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the branch. */
                branchId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    address?: string;
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            /** @description Change a branch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Branch"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List calendars of working time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Calendar"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addCalendar: {
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
                    zone: string;
                    week: {
                        mon?: [
                            string,
                            string
                        ][];
                        tue?: [
                            string,
                            string
                        ][];
                        wed?: [
                            string,
                            string
                        ][];
                        thu?: [
                            string,
                            string
                        ][];
                        fri?: [
                            string,
                            string
                        ][];
                        sat?: [
                            string,
                            string
                        ][];
                        sun?: [
                            string,
                            string
                        ][];
                    };
                    /** @default null */
                    country?: "ru" | null;
                    days?: {
                        [key: string]: ({
                            /** @constant */
                            kind: "off";
                            name?: string;
                        } | {
                            /** @constant */
                            kind: "hours";
                            spans: [
                                string,
                                string
                            ][];
                            name?: string;
                        } | {
                            /** @constant */
                            kind: "short";
                            minutes: number;
                            name?: string;
                        } | {
                            /** @constant */
                            kind: "working";
                            name?: string;
                        }) | null;
                    };
                    teamIds?: string[];
                };
            };
        };
        responses: {
            /** @description Add a calendar */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    zone?: string;
                    week?: {
                        mon?: [
                            string,
                            string
                        ][];
                        tue?: [
                            string,
                            string
                        ][];
                        wed?: [
                            string,
                            string
                        ][];
                        thu?: [
                            string,
                            string
                        ][];
                        fri?: [
                            string,
                            string
                        ][];
                        sat?: [
                            string,
                            string
                        ][];
                        sun?: [
                            string,
                            string
                        ][];
                    };
                    country?: "ru" | null;
                    days?: {
                        [key: string]: ({
                            /** @constant */
                            kind: "off";
                            name?: string;
                        } | {
                            /** @constant */
                            kind: "hours";
                            spans: [
                                string,
                                string
                            ][];
                            name?: string;
                        } | {
                            /** @constant */
                            kind: "short";
                            minutes: number;
                            name?: string;
                        } | {
                            /** @constant */
                            kind: "working";
                            name?: string;
                        }) | null;
                    };
                    teamIds?: string[];
                    /** @constant */
                    isDefault?: true;
                };
            };
        };
        responses: {
            /** @description Change a calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    daysCalendar: {
        parameters: {
            query: {
                /** @description The year, four digits. */
                year: number;
                /** @description 1 to 12. */
                month?: number;
            };
            header?: never;
            path: {
                /** @description The id of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every day of a year or a month, and why it is as it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: components["schemas"]["CalendarDay"][];
                        workingDays: number;
                        workingMinutes: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    importDays: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version?: number;
                    content: string;
                    /** @default false */
                    apply?: boolean;
                };
            };
        };
        responses: {
            /** @description Read days off from a file, and take them over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "ics" | "xml" | "json";
                        days: {
                            day: string;
                            kind: string;
                            name: string;
                            minutes?: number;
                            spans?: [
                                string,
                                string
                            ][];
                        }[];
                        passedOver: number;
                        calendar: components["schemas"]["Calendar"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    exportDays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days off, short days and other own days, as iCalendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description The id or key of a view: its filter is added to the others. */
                view?: string;
                /** @description Statuses, or `any_open`; several with commas. */
                status?: (components["schemas"]["Status"] | "any_open")[];
                /** @description Who has it: ids, `me`, `none`; several with commas. */
                assignee?: ("me" | "none" | string)[];
                /** @description Ids of teams; where the schema says so also `mine`, `none`, several with commas. */
                team?: ("mine" | "none" | string)[];
                /** @description Ids of people; several with commas. */
                requester?: string[];
                /** @description Ids of organizations; several with commas where the schema says so. */
                organization?: ("none" | string)[];
                /** @description Priorities; several with commas. */
                priority?: components["schemas"]["Priority"][];
                /** @description Types of tickets; several with commas. */
                type?: components["schemas"]["TicketType"][];
                /** @description Ids of categories or `none`; several with commas. */
                category?: ("none" | string)[];
                /** @description Ids of own statuses or `none`; several with commas. */
                ownStatus?: ("none" | string)[];
                /** @description Ids or kinds of channels, as the schema says; several with commas. */
                channel?: ("none" | string)[];
                /** @description Tags; several with commas. */
                tag?: string[];
                /** @description Regions; several with commas. */
                region?: string[];
                /** @description Who wrote last; several with commas. */
                lastMessageBy?: ("customer" | "agent" | "system")[];
                /** @description Who follows it: ids of users or `me`; several with commas. */
                follower?: ("me" | string)[];
                /** @description Who opened it: ids of users or `me`; several with commas. */
                createdBy?: ("me" | string)[];
                /** @description `first`: nobody has answered yet; `last`: the last word is the customer’s. */
                unanswered?: "first" | "last";
                /** @description What its next clock is: overdue, or due within an hour or a day. */
                due?: "late" | "hour" | "day";
                /** @description Whether a file stands beside its messages. */
                attachment?: "yes" | "no";
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                createdAfter?: string;
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                createdBefore?: string;
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                updatedAfter?: string;
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                updatedBefore?: string;
                /** @description Whether what is put aside is left out, alone or among the others. */
                snoozed?: "without" | "only" | "with";
                /** @description An own field and what it holds: `serial:KT-11`; several by repeating. */
                field?: string | string[];
                /** @description These and no others: ids with commas. */
                ids?: string;
                /** @description What the list is ordered by. */
                sort?: "updated" | "created" | "priority" | "number";
                /** @description Ascending or descending. */
                order?: "asc" | "desc";
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                    /** @enum {string} */
                    channel?: "phone" | "visit" | "letter";
                    /** @enum {string} */
                    status?: "open" | "pending" | "on_hold" | "solved";
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    matchTicket: {
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
                    condition: components["schemas"]["Condition"];
                    /**
                     * @default open
                     * @enum {string}
                     */
                    scope?: "open" | "all";
                };
            };
        };
        responses: {
            /** @description Which tickets a condition holds for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingTickets"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    /** @enum {string} */
                    status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    /** Format: uuid */
                    ownStatusId?: string;
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of a ticket, or its number. */
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
                    /** @enum {string} */
                    status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    /** Format: uuid */
                    ownStatusId?: string;
                    /** Format: uuid */
                    assigneeId?: string | null;
                    mentions?: string[];
                    undoSeconds?: number;
                    /** Format: uuid */
                    lastSeenMessageId?: string;
                    keepsDraft?: boolean;
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    markSpam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a ticket into spam */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    unmarkSpam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a ticket out of spam, as it was before */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    readMessageFrame: {
        parameters: {
            query?: {
                /** @description Whether pictures of other sites are shown. */
                images?: "0" | "1";
                /** @description Light or dark. */
                theme?: "light" | "dark" | "auto";
            };
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the message. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Own drafts in a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Draft"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description Which of them. */
                kind: "reply" | "note";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    html?: string;
                    cc?: string[];
                    attachments?: string[];
                    /** Format: uuid */
                    base?: string | null;
                    /** @default 0 */
                    editedAgoMs?: number;
                    /** @default false */
                    dropAside?: boolean;
                };
            };
        };
        responses: {
            /** @description Keep what is being written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draft: components["schemas"]["Draft"] | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    withdrawAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back an answer that has not left yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draft: components["schemas"]["Draft"] | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listPlannedAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answers that will be sent later */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlannedAnswer"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    planAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body?: string;
                    html?: string;
                    cc?: string[];
                    attachments?: string[];
                    /** @enum {string} */
                    status?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    /** Format: date-time */
                    sendAt: string;
                    /** @default true */
                    unlessAnswered?: boolean;
                };
            };
        };
        responses: {
            /** @description Answer later */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    cancelPlannedAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the planned. */
                plannedId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel a planned answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draft: components["schemas"]["Draft"] | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changePlannedAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the planned. */
                plannedId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    body?: string;
                    html?: string;
                    cc?: string[];
                    /** Format: date-time */
                    sendAt?: string;
                    unlessAnswered?: boolean;
                };
            };
        };
        responses: {
            /** @description Change a planned answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    sayPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    screen: string;
                    doing: ("looking" | "writing") | null;
                };
            };
        };
        responses: {
            /** @description Say that one looks at a ticket, or writes in it; who else does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            doing: "looking" | "writing";
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the user. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the user. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    uploadFile: {
        parameters: {
            query: {
                /** @description Its name, with the ending. */
                name: string;
            };
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    readFile: {
        parameters: {
            query?: {
                /** @description `1`: to be saved, not shown. */
                download?: "0" | "1";
            };
            header?: never;
            path: {
                /** @description The id of the file. */
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
                    "*/*": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listPersonTimeline: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Ids or kinds of channels, as the schema says; several with commas. */
                channel?: string;
            };
            header?: never;
            path: {
                /** @description The id of the person. */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything written with a person, over all channels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TimelineEntry"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addView: {
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
                    /**
                     * @default own
                     * @enum {string}
                     */
                    sharing?: "own" | "team" | "everybody";
                    filter: components["schemas"]["TicketFilterInput"];
                    /**
                     * @default updated
                     * @enum {string}
                     */
                    sort?: "updated" | "created" | "priority" | "number";
                    /**
                     * @default desc
                     * @enum {string}
                     */
                    order?: "asc" | "desc";
                    columns?: (components["schemas"]["ViewColumn"] | string)[];
                    /** Format: uuid */
                    teamId?: string | null;
                };
            };
        };
        responses: {
            /** @description Save a view */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the view. */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a saved view */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the view. */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    /** @enum {string} */
                    sharing?: "own" | "team" | "everybody";
                    /** Format: uuid */
                    teamId?: string | null;
                    filter?: components["schemas"]["TicketFilterInput"];
                    /** @enum {string} */
                    sort?: "updated" | "created" | "priority" | "number";
                    /** @enum {string} */
                    order?: "asc" | "desc";
                    columns?: (components["schemas"]["ViewColumn"] | string)[];
                    position?: number;
                };
            };
        };
        responses: {
            /** @description Change a saved view */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listBulkActs: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your bulk acts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BulkAct"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    startBulkAct: {
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
                    tickets: {
                        ids: string[];
                    } | {
                        matching: components["schemas"]["TicketFilterInput"];
                        except?: string[];
                    };
                    changes: components["schemas"]["BulkChangesInput"];
                };
            };
        };
        responses: {
            /** @description Change many tickets in the background */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAct"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getBulkAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the bulk act. */
                bulkActId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a bulk act has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAct"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listBulkTickets: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Only those that ended so. */
                outcome?: "waiting" | "changed" | "same" | "kept" | "refused" | "cancelled";
            };
            header?: never;
            path: {
                /** @description The id of the bulk act. */
                bulkActId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of each ticket of a bulk act */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BulkTicket"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    cancelBulkAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the bulk act. */
                bulkActId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop a bulk act; what is changed stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAct"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    undoBulkAct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the bulk act. */
                bulkActId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a bulk act back where nobody has changed its tickets since */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAct"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    exportTicket: {
        parameters: {
            query?: {
                /** @description The id or key of a view: its filter is added to the others. */
                view?: string;
                /** @description Statuses, or `any_open`; several with commas. */
                status?: (components["schemas"]["Status"] | "any_open")[];
                /** @description Who has it: ids, `me`, `none`; several with commas. */
                assignee?: ("me" | "none" | string)[];
                /** @description Ids of teams; where the schema says so also `mine`, `none`, several with commas. */
                team?: ("mine" | "none" | string)[];
                /** @description Ids of people; several with commas. */
                requester?: string[];
                /** @description Ids of organizations; several with commas where the schema says so. */
                organization?: ("none" | string)[];
                /** @description Priorities; several with commas. */
                priority?: components["schemas"]["Priority"][];
                /** @description Types of tickets; several with commas. */
                type?: components["schemas"]["TicketType"][];
                /** @description Ids of categories or `none`; several with commas. */
                category?: ("none" | string)[];
                /** @description Ids of own statuses or `none`; several with commas. */
                ownStatus?: ("none" | string)[];
                /** @description Ids or kinds of channels, as the schema says; several with commas. */
                channel?: ("none" | string)[];
                /** @description Tags; several with commas. */
                tag?: string[];
                /** @description Regions; several with commas. */
                region?: string[];
                /** @description Who wrote last; several with commas. */
                lastMessageBy?: ("customer" | "agent" | "system")[];
                /** @description Who follows it: ids of users or `me`; several with commas. */
                follower?: ("me" | string)[];
                /** @description Who opened it: ids of users or `me`; several with commas. */
                createdBy?: ("me" | string)[];
                /** @description `first`: nobody has answered yet; `last`: the last word is the customer’s. */
                unanswered?: "first" | "last";
                /** @description What its next clock is: overdue, or due within an hour or a day. */
                due?: "late" | "hour" | "day";
                /** @description Whether a file stands beside its messages. */
                attachment?: "yes" | "no";
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                createdAfter?: string;
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                createdBefore?: string;
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                updatedAfter?: string;
                /** @description A time, or an age such as `7d`, `12h`, `30m`. */
                updatedBefore?: string;
                /** @description Whether what is put aside is left out, alone or among the others. */
                snoozed?: "without" | "only" | "with";
                /** @description An own field and what it holds: `serial:KT-11`; several by repeating. */
                field?: string | string[];
                /** @description What the list is ordered by. */
                sort?: "updated" | "created" | "priority" | "number";
                /** @description Ascending or descending. */
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tickets of a view or a filter as CSV, noted in the audit log and marked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    mergeTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    into: string;
                    version?: number;
                    intoVersion?: number;
                };
            };
        };
        responses: {
            /** @description Merge a ticket into another one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        moveId: string;
                        ticket: components["schemas"]["Ticket"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    splitTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    messageIds: string[];
                    subject?: string;
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Give chosen messages a ticket of their own */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        moveId: string;
                        ticket: components["schemas"]["Ticket"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    undoMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the move. */
                moveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a merge or a split back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        returned: number;
                        stayed: number;
                        ticket: components["schemas"]["Ticket"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getRelated: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links, merges and splits of a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Related"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    linkTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["LinkKind"];
                    ticket: string;
                };
            };
        };
        responses: {
            /** @description Link two tickets */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    unlinkTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the link. */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a link away */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    snoozeTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: string | "answer";
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Put a ticket aside until a time or an answer */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    wakeTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Bring a ticket back that was put aside */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listReminders: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your own reminders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reminder"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setReminder: {
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
                    ticketId?: string;
                    /**
                     * @default reminder
                     * @enum {string}
                     */
                    kind?: "reminder" | "call";
                    /** Format: date-time */
                    at: string;
                    note?: string;
                    phone?: string | null;
                };
            };
        };
        responses: {
            /** @description Remind yourself, or promise a call */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the reminder. */
                reminderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a reminder */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the reminder. */
                reminderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    note?: string;
                    phone?: string | null;
                    done?: boolean;
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Put a reminder off, or mark it done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Time spent on a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TimeEntry"][];
                        minutes: number;
                        costs: components["schemas"]["Cost"][] | null;
                        running: {
                            user: components["schemas"]["Ref"];
                            /** Format: date-time */
                            startedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    logTime: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    minutes: number;
                    note?: string;
                    /** Format: date-time */
                    spentAt?: string;
                    /** Format: uuid */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description Write time down */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeTime: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the entry. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a time entry */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeTime: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the entry. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    minutes?: number;
                    note?: string;
                    /** Format: date-time */
                    spentAt?: string;
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Change a time entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getTimer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your running timer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timer: components["schemas"]["Timer"] | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    startTimer: {
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
                    ticketId: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Start your timer for a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        startedAt: string;
                        logged: components["schemas"]["TimeEntry"] | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    stopTimer: {
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
                    note?: string;
                    /** @default false */
                    discard?: boolean;
                };
            };
        };
        responses: {
            /** @description Stop your timer and write its time down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        logged: components["schemas"]["TimeEntry"] | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getTimeRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an hour costs, by role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeRates"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setTimeRates: {
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
                    currency: string;
                    hourly: string | null;
                    roles: {
                        /** Format: uuid */
                        roleId: string;
                        hourly: string | null;
                    }[];
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Set what an hour costs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeRates"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    exportTime: {
        parameters: {
            query: {
                /** @description Where the span begins. */
                from: string;
                /** @description Where the span ends. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Time spent within a span, as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the category. */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a category away */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedIfThere"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the category. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Words to look for. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Own statuses, by type of ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnStatus"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addStatus: {
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
                    type: components["schemas"]["TicketType"];
                    /** @enum {string} */
                    class: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    name: string;
                    otherName?: string | null;
                    /**
                     * @default gray
                     * @enum {string}
                     */
                    colour?: "gray" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "indigo" | "violet" | "pink";
                    /** @enum {string} */
                    shape?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                };
            };
        };
        responses: {
            /** @description Add an own status */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnStatus"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    orderStatuses: {
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
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Put own statuses into another order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnStatus"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    countInStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the status. */
                statusId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many tickets are in an own status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tickets: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the status. */
                statusId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    otherName?: string | null;
                    /** @enum {string} */
                    colour?: "gray" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "indigo" | "violet" | "pink";
                    /** @enum {string} */
                    shape?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    /** @enum {string} */
                    class?: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
                    /** Format: uuid */
                    moveTo?: string;
                };
            };
        };
        responses: {
            /** @description Change an own status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnStatus"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the status. */
                statusId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    moveTo?: string;
                };
            };
        };
        responses: {
            /** @description Remove an own status and say where its tickets go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listWorkflow: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which steps each type of ticket may take, and what is required before them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Workflow"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The type of tickets. */
                type: components["schemas"]["TicketType"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version?: number;
                    transitions: {
                        from: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed") | string;
                        to: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed") | string;
                        /** @default false */
                        restricted?: boolean;
                    }[] | null;
                    required: {
                        before: ("new" | "open" | "pending" | "on_hold" | "solved" | "closed") | string;
                        needs: (components["schemas"]["WorkflowNeed"] | string)[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Set the steps of a type and what is required before them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listFields: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Own fields of tickets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FieldDefinition"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addField: {
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
                    kind: components["schemas"]["FieldKind"];
                    label: string;
                    otherLabel?: string | null;
                    choices?: string[];
                    types?: components["schemas"]["TicketType"][];
                };
            };
        };
        responses: {
            /** @description Add an own field */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldDefinition"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeField: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the field. */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an own field; tickets keep its values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeField: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the field. */
                fieldId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    label?: string;
                    otherLabel?: string | null;
                    choices?: string[];
                    types?: components["schemas"]["TicketType"][];
                };
            };
        };
        responses: {
            /** @description Change an own field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldDefinition"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listChecklists: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Checklists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Checklist"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addChecklist: {
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
                    steps: string[];
                    /** @default false */
                    automatic?: boolean;
                    types?: components["schemas"]["TicketType"][];
                    categoryIds?: string[];
                };
            };
        };
        responses: {
            /** @description Add a checklist */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeChecklist: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the checklist. */
                checklistId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a checklist; tickets keep its steps */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeChecklist: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the checklist. */
                checklistId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    steps?: string[];
                    automatic?: boolean;
                    types?: components["schemas"]["TicketType"][];
                    categoryIds?: string[];
                };
            };
        };
        responses: {
            /** @description Change a checklist */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Statuses that a ticket can take now, and what is missing for them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorkflowStep"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTicketTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tasks of a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** Format: uuid */
                    assigneeId?: string | null;
                    /** Format: uuid */
                    teamId?: string | null;
                    /**
                     * Format: date-time
                     * @default null
                     */
                    dueAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Add a task to a ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    attachChecklist: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    checklistId: string;
                };
            };
        };
        responses: {
            /** @description Add the steps of a checklist to a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description `true`: only what waits for whoever asks. */
                mine?: "true" | "false";
                /** @description Who has it: ids, `me`, `none`; several with commas. */
                assignee?: string;
                /** @description Ids of teams; where the schema says so also `mine`, `none`, several with commas. */
                team?: string;
                /** @description Whether it is done. */
                done?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tasks of all tickets, or your own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the task. */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a task */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the task. */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    text?: string;
                    /** Format: uuid */
                    assigneeId?: string | null;
                    /** Format: uuid */
                    teamId?: string | null;
                    /** Format: date-time */
                    dueAt?: string | null;
                    done?: boolean;
                    position?: number;
                };
            };
        };
        responses: {
            /** @description Change a task, or tick it off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    restoreTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the task. */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bring back a task that was removed from a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the channel. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the channel. */
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a channel out of use */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the channel. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the channel. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the channel. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the message. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listSignatures: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List signatures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Signature"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setSignature: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a team, or `company`. */
                team: "everybody" | string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    body?: string;
                    html?: string;
                };
            };
        };
        responses: {
            /** @description Set the signature of a team, or of everybody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signature"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeSignature: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a team, or `company`. */
                team: "everybody" | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a signature */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedIfThere"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    previewSignature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signature below an answer in a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signature: {
                            body: string;
                            html: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listInbound: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Only those in this state. */
                state?: "received" | "processed" | "quarantined" | "discarded";
                /** @description Ids or kinds of channels, as the schema says; several with commas. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getInbound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the inbound. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the inbound. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The id of the inbound. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    readInboundSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the inbound. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    readMessageSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the message. */
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    readOutsideImage: {
        parameters: {
            query: {
                /** @description The address of the picture. */
                url: string;
                /** @description The signature that the address was given out with. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    guessChannel: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    probeChannel: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                /** @description The provider of mailboxes. */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    startOauth: {
        parameters: {
            query?: never;
            header?: never;
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    finishOauth: {
        parameters: {
            query?: {
                /** @description Only those in this state. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listBlocked: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who goes to spam */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BlockEntry"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    blockSender: {
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
                    kind: components["schemas"]["BlockKind"];
                    value: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Block a sender */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockEntry"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    touchedByBlock: {
        parameters: {
            query: {
                /** @description Which kind of them. */
                kind: components["schemas"]["BlockKind"];
                /** @description The address or domain. */
                value: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whom of our customers an entry would speak of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: string;
                        people: number;
                        examples: string[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    unblockSender: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the entry. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Block a sender no longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getAttachmentPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which files are taken in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentPolicy"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setAttachmentPolicy: {
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
                    mail: components["schemas"]["FileRulesInput"];
                    forms: components["schemas"]["FileRulesInput"];
                };
            };
        };
        responses: {
            /** @description Say which files are taken in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentPolicy"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List forms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Form"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addForm: {
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
                    slug: string;
                    /** @default true */
                    active?: boolean;
                    /** Format: uuid */
                    teamId?: string | null;
                    /** Format: uuid */
                    categoryId?: string | null;
                    texts?: {
                        ru: {
                            title: string;
                            intro: string;
                            success: string;
                        };
                        en: {
                            title: string;
                            intro: string;
                            success: string;
                        };
                    };
                    /**
                     * @default {
                     *       "subject": "required",
                     *       "name": "optional",
                     *       "contact": "email"
                     *     }
                     */
                    fields?: {
                        /** @enum {string} */
                        subject: "off" | "optional" | "required";
                        /** @enum {string} */
                        name: "off" | "optional" | "required";
                        /** @enum {string} */
                        contact: "email" | "phone" | "either";
                    };
                    /** @default question */
                    type?: components["schemas"]["TicketType"];
                    /** @default [] */
                    ownFields?: {
                        name: string;
                        required: boolean;
                    }[];
                    /** @default true */
                    attachments?: boolean;
                    /**
                     * @default {
                     *       "perAddress": 20,
                     *       "inAll": 600
                     *     }
                     */
                    limits?: {
                        perAddress: number;
                        inAll: number;
                    };
                };
            };
        };
        responses: {
            /** @description Add a form */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the form. */
                formId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the form. */
                formId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a form; its tickets stay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the form. */
                formId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    slug?: string;
                    active?: boolean;
                    /** Format: uuid */
                    teamId?: string | null;
                    /** Format: uuid */
                    categoryId?: string | null;
                    texts?: {
                        ru: {
                            title: string;
                            intro: string;
                            success: string;
                        };
                        en: {
                            title: string;
                            intro: string;
                            success: string;
                        };
                    };
                    fields?: {
                        /** @enum {string} */
                        subject: "off" | "optional" | "required";
                        /** @enum {string} */
                        name: "off" | "optional" | "required";
                        /** @enum {string} */
                        contact: "email" | "phone" | "either";
                    };
                    type?: components["schemas"]["TicketType"];
                    ownFields?: {
                        name: string;
                        required: boolean;
                    }[];
                    attachments?: boolean;
                    limits?: {
                        perAddress: number;
                        inAll: number;
                    };
                };
            };
        };
        responses: {
            /** @description Change a form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    showForm: {
        parameters: {
            query?: {
                /** @description The language of the answer, `ru` or `en`. */
                lang?: "ru" | "en";
            };
            header?: never;
            path: {
                /** @description The address word of the form, or its id. */
                form: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A form for whoever wants to show it, with a token to send it; open to every site */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownForm"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    submitForm: {
        parameters: {
            query?: {
                /** @description The language of the answer, `ru` or `en`. */
                lang?: "ru" | "en";
            };
            header?: never;
            path: {
                /** @description The address word of the form, or its id. */
                form: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Send a form, as multipart/form-data with its token; open to every site */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number | null;
                        text: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listPolicies: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List SLA policies in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SlaPolicy"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addPolicy: {
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
                    /**
                     * @default {
                     *       "all": []
                     *     }
                     */
                    condition?: components["schemas"]["Condition"];
                    terms: components["schemas"]["SlaTermsInput"];
                    /** Format: uuid */
                    calendarId?: string | null;
                    /** @default false */
                    byTeam?: boolean;
                    /** @default true */
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Add an SLA policy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    orderPolicies: {
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
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Put SLA policies into another order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    countTickets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the policy. */
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many open tickets have clocks of an SLA policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tickets: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the policy. */
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an SLA policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the policy. */
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    condition?: components["schemas"]["Condition"];
                    terms?: components["schemas"]["SlaTermsInput"];
                    /** Format: uuid */
                    calendarId?: string | null;
                    byTeam?: boolean;
                    active?: boolean;
                    position?: number;
                };
            };
        };
        responses: {
            /** @description Change an SLA policy; open tickets follow in the background */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    startPreview: {
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
                    draft: components["schemas"]["SlaDraft"];
                };
            };
        };
        responses: {
            /** @description Ask what a draft of a policy or calendar would change over all open tickets */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        previewId: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the preview. */
                previewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a preview is, and what it has found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clocks of a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Clock"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listAvailability: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is there now, who is away, absent or on duty */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UserAvailability"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setPresence: {
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
                    state: "available" | "away";
                    /**
                     * Format: date-time
                     * @default null
                     */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Say that one is away, or back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "available" | "away";
                        /** Format: date-time */
                        until: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listAbsences: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Of this user only: an id. */
                user?: string;
                /** @description Whether what is over is listed too. */
                over?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List absences, on and planned or over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Absence"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addAbsence: {
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
                    /** Format: uuid */
                    userId?: string;
                    /** @enum {string} */
                    kind: "vacation" | "sick" | "trip" | "other";
                    from?: string;
                    /** @default null */
                    to?: (string) | null;
                    note?: string;
                    /** Format: uuid */
                    substituteId?: string | null;
                    /**
                     * @default all
                     * @enum {string}
                     */
                    handsOver?: "all" | "due" | "nothing";
                    /** @default true */
                    givesBack?: boolean;
                };
            };
        };
        responses: {
            /** @description Enter an absence; one that has begun hands over at once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    cancelAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the absence. */
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel an absence that has not begun */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the absence. */
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    /** @enum {string} */
                    kind?: "vacation" | "sick" | "trip" | "other";
                    from?: string;
                    to?: (string) | null;
                    note?: string;
                    /** Format: uuid */
                    substituteId?: string | null;
                    /** @enum {string} */
                    handsOver?: "all" | "due" | "nothing";
                    givesBack?: boolean;
                };
            };
        };
        responses: {
            /** @description Change an absence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    endAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the absence. */
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back: the absence is over now, and what was handed over comes back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listAbsenceTickets: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The id of the absence. */
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an absence has handed over, and what became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AbsenceTicket"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By which hours everybody works */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Schedule"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    calendarId?: string | null;
                    /** @default null */
                    hours?: {
                        zone: string;
                        week: {
                            mon?: [
                                string,
                                string
                            ][];
                            tue?: [
                                string,
                                string
                            ][];
                            wed?: [
                                string,
                                string
                            ][];
                            thu?: [
                                string,
                                string
                            ][];
                            fri?: [
                                string,
                                string
                            ][];
                            sat?: [
                                string,
                                string
                            ][];
                            sun?: [
                                string,
                                string
                            ][];
                        };
                    } | null;
                };
            };
        };
        responses: {
            /** @description Set by which hours somebody works */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listDuty: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the rota of duties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Duty"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addDuty: {
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
                    /** Format: uuid */
                    teamId?: string | null;
                    userIds: string[];
                    /**
                     * Format: date-time
                     * @default null
                     */
                    from?: string | null;
                    /**
                     * Format: date-time
                     * @default null
                     */
                    to?: string | null;
                    /** @default null */
                    hours?: {
                        zone: string;
                        week: {
                            mon?: [
                                string,
                                string
                            ][];
                            tue?: [
                                string,
                                string
                            ][];
                            wed?: [
                                string,
                                string
                            ][];
                            thu?: [
                                string,
                                string
                            ][];
                            fri?: [
                                string,
                                string
                            ][];
                            sat?: [
                                string,
                                string
                            ][];
                            sun?: [
                                string,
                                string
                            ][];
                        };
                    } | null;
                };
            };
        };
        responses: {
            /** @description Add a duty */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTurns: {
        parameters: {
            query: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Where the span begins. */
                from: string;
                /** @description Where the span ends. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has the duty when, laid out in time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DutyTurn"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeDuty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the duty. */
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a duty */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeDuty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the duty. */
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    /** Format: uuid */
                    teamId?: string | null;
                    userIds?: string[];
                    /** Format: date-time */
                    from?: string | null;
                    /** Format: date-time */
                    to?: string | null;
                    hours?: {
                        zone: string;
                        week: {
                            mon?: [
                                string,
                                string
                            ][];
                            tue?: [
                                string,
                                string
                            ][];
                            wed?: [
                                string,
                                string
                            ][];
                            thu?: [
                                string,
                                string
                            ][];
                            fri?: [
                                string,
                                string
                            ][];
                            sat?: [
                                string,
                                string
                            ][];
                            sun?: [
                                string,
                                string
                            ][];
                        };
                    } | null;
                };
            };
        };
        responses: {
            /** @description Change a duty */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description `true`: only what whoever asks may use now. */
                usable?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Template"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addTemplate: {
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
                    text: {
                        ru?: (({
                            body?: string;
                            html?: string;
                        }) | null);
                        en?: (({
                            body?: string;
                            html?: string;
                        }) | null);
                    };
                    /** Format: uuid */
                    teamId?: string | null;
                    tags?: string[];
                    types?: components["schemas"]["TicketType"][];
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Add a template */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the template. */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the template. */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    text?: {
                        ru?: (({
                            body?: string;
                            html?: string;
                        }) | null);
                        en?: (({
                            body?: string;
                            html?: string;
                        }) | null);
                    };
                    /** Format: uuid */
                    teamId?: string | null;
                    tags?: string[];
                    types?: components["schemas"]["TicketType"][];
                    files?: string[];
                    /** @constant */
                    reviewed?: true;
                };
            };
        };
        responses: {
            /** @description Change a template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    previewTemplate: {
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
                    text: {
                        ru?: {
                            body: string;
                            html?: string | null;
                        } | null;
                        en?: {
                            body: string;
                            html?: string | null;
                        } | null;
                    };
                    ticketId?: string;
                };
            };
        };
        responses: {
            /** @description What a template would say for a ticket, or where its mistake is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: {
                            id: string;
                            number: number;
                            subject: string;
                        } | null;
                        ru: {
                            body: string | null;
                            html: string | null;
                            problem: components["schemas"]["TextProblem"] | null;
                        } | null;
                        en: {
                            body: string | null;
                            html: string | null;
                            problem: components["schemas"]["TextProblem"] | null;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    suggestTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Templates that may answer a ticket, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            templateId: string;
                            why: ({
                                /** @constant */
                                kind: "words";
                                readonly words: string[];
                            } | {
                                /** @constant */
                                kind: "category";
                                count: number;
                            } | {
                                /** @constant */
                                kind: "past";
                                count: number;
                            })[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    useTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the template. */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticketId: string;
                    /** @enum {string} */
                    locale?: "ru" | "en";
                };
            };
        };
        responses: {
            /** @description The text of a template for a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        html: string;
                        files: components["schemas"]["File"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listMacros: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description `true`: only what whoever asks may use now. */
                usable?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List macros */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Macro"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addMacro: {
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
                    acts: components["schemas"]["MacroActsInput"];
                    /** Format: uuid */
                    teamId?: string | null;
                    types?: components["schemas"]["TicketType"][];
                    /**
                     * @default {
                     *       "all": []
                     *     }
                     */
                    condition?: components["schemas"]["Condition"];
                    /** @default null */
                    digit?: number | null;
                };
            };
        };
        responses: {
            /** @description Add a macro */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeMacro: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the macro. */
                macroId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a macro */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeMacro: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the macro. */
                macroId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    acts?: components["schemas"]["MacroActsInput"];
                    /** Format: uuid */
                    teamId?: string | null;
                    types?: components["schemas"]["TicketType"][];
                    condition?: components["schemas"]["Condition"];
                    digit?: number | null;
                    /** @constant */
                    reviewed?: true;
                };
            };
        };
        responses: {
            /** @description Change a macro */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    suggestMacro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Macros for a ticket, those that may answer it first, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            macro: components["schemas"]["Macro"];
                            why: ({
                                /** @constant */
                                kind: "words";
                                readonly words: string[];
                            } | {
                                /** @constant */
                                kind: "category";
                                count: number;
                            } | {
                                /** @constant */
                                kind: "past";
                                count: number;
                            })[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    runMacro: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the macro. */
                macroId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    locale?: "ru" | "en";
                    /** Format: uuid */
                    assigneeId?: string;
                };
            };
        };
        responses: {
            /** @description Run a macro on a ticket: all of its acts or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: string;
                        messageId: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    undoMacro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back what a macro did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: string[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listScripts: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List talk scripts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TalkScript"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addScript: {
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
                    /**
                     * @default {
                     *       "all": []
                     *     }
                     */
                    condition?: components["schemas"]["Condition"];
                    steps: {
                        id: string;
                        text: string;
                        answers: {
                            text: string;
                            next: string | null;
                        }[];
                        next: string | null;
                        sets?: {
                            type?: components["schemas"]["TicketType"];
                            priority?: components["schemas"]["Priority"];
                            /** Format: uuid */
                            categoryId?: string;
                            addTags?: string[];
                            fields?: {
                                [key: string]: string | number | boolean | null | string[];
                            };
                        } | null;
                        /** Format: uuid */
                        templateId?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Add a talk script */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkScript"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeScript: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the script. */
                scriptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a talk script */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeScript: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the script. */
                scriptId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    condition?: components["schemas"]["Condition"];
                    steps?: {
                        id: string;
                        text: string;
                        answers: {
                            text: string;
                            next: string | null;
                        }[];
                        next: string | null;
                        sets?: {
                            type?: components["schemas"]["TicketType"];
                            priority?: components["schemas"]["Priority"];
                            /** Format: uuid */
                            categoryId?: string;
                            addTags?: string[];
                            fields?: {
                                [key: string]: string | number | boolean | null | string[];
                            };
                        } | null;
                        /** Format: uuid */
                        templateId?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Change a talk script */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkScript"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    fittingScript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Talk scripts that fit a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TalkScript"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    keepPath: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
                /** @description The id of the script. */
                scriptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    taken: {
                        step: string;
                        answer: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Write down which way a talk went */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listRules: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rules, in the order in which they act */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Rule"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addRule: {
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
                    /** @default true */
                    enabled?: boolean;
                    trigger: components["schemas"]["RuleTriggerInput"];
                    condition: components["schemas"]["Condition"];
                    actions: components["schemas"]["RuleActionInput"][];
                };
            };
        };
        responses: {
            /** @description Add a rule */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    orderRule: {
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
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Put rules into another order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    newSecret: {
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
            /** @description Make another secret for the signatures of webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listEffects: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Only those in this state. */
                state?: "queued" | "done" | "failed" | "trouble";
                /** @description Of this rule only: its id. */
                ruleId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What rules did beside changing tickets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RuleEffect"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    replayEffect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the effect. */
                effectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Try once more what has failed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    enabled?: boolean;
                    trigger?: components["schemas"]["RuleTriggerInput"];
                    condition?: components["schemas"]["Condition"];
                    actions?: components["schemas"]["RuleActionInput"][];
                };
            };
        };
        responses: {
            /** @description Change a rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The id of the rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a rule has been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RuleVersion"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    rollBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: number;
                };
            };
        };
        responses: {
            /** @description Make an old version of a rule the newest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listUses: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The id of the rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tickets that a rule acted upon lately */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            ticket: {
                                id: string;
                                number: number;
                                subject: string;
                            };
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listTicketTemplates: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List ticket templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TicketTemplate"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addTicketTemplate: {
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
                    subject: string;
                    body?: string;
                    html?: string | null;
                    /** @default task */
                    type?: components["schemas"]["TicketType"];
                    /** @default normal */
                    priority?: components["schemas"]["Priority"];
                    /** Format: uuid */
                    categoryId?: string | null;
                    /** Format: uuid */
                    teamId?: string | null;
                    /** Format: uuid */
                    assigneeId?: string | null;
                    tags?: string[];
                    /** @default {} */
                    fields?: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    /** Format: uuid */
                    requesterId?: string | null;
                };
            };
        };
        responses: {
            /** @description Add a ticket template */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketTemplate"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeTicketTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the template. */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a ticket template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeTicketTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the template. */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    subject?: string;
                    body?: string;
                    html?: string | null;
                    type?: components["schemas"]["TicketType"];
                    priority?: components["schemas"]["Priority"];
                    /** Format: uuid */
                    categoryId?: string | null;
                    /** Format: uuid */
                    teamId?: string | null;
                    /** Format: uuid */
                    assigneeId?: string | null;
                    tags?: string[];
                    fields?: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    /** Format: uuid */
                    requesterId?: string | null;
                };
            };
        };
        responses: {
            /** @description Change a ticket template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketTemplate"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    fillTicketTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the template. */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    requesterId?: string;
                };
            };
        };
        responses: {
            /** @description What a new ticket from a template would say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledTicket"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    openTicketTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the template. */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    requesterId?: string;
                };
            };
        };
        responses: {
            /** @description Open a ticket from a template */
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listRecurrences: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Of this template only: its id. */
                templateId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List recurrences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Recurrence"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addRecurrence: {
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
                    /** Format: uuid */
                    templateId: string;
                    rrule: string;
                    /** Format: date */
                    from: string;
                    at: string;
                    zone: string;
                    /** Format: uuid */
                    calendarId?: string | null;
                    /**
                     * @default keep
                     * @enum {string}
                     */
                    dayOff?: "keep" | "skip" | "before" | "after";
                    /**
                     * @default newest
                     * @enum {string}
                     */
                    missed?: "newest" | "all" | "none";
                    /** @default false */
                    paused?: boolean;
                };
            };
        };
        responses: {
            /** @description Add a recurrence */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recurrence"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    previewRecurrence: {
        parameters: {
            query: {
                /** @description The repetition as in RFC 5545: `FREQ=WEEKLY;BYDAY=MO`. */
                rrule: string;
                /** @description Where the span begins. */
                from: string;
                /** @description Time of day, `HH:MM`. */
                at: string;
                /** @description A time zone of the IANA database. */
                zone: string;
                /** @description The calendar whose days count: its id. */
                calendarId?: string;
                /** @description What becomes of a day that the calendar has off. */
                dayOff?: "keep" | "skip" | "before" | "after";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next dates of a recurrence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurrencePreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeRecurrence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recurrence. */
                recurrenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a recurrence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeRecurrence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recurrence. */
                recurrenceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    rrule?: string;
                    /** Format: date */
                    from?: string;
                    at?: string;
                    zone?: string;
                    /** Format: uuid */
                    calendarId?: string | null;
                    /** @enum {string} */
                    dayOff?: "keep" | "skip" | "before" | "after";
                    /** @enum {string} */
                    missed?: "newest" | "all" | "none";
                    paused?: boolean;
                };
            };
        };
        responses: {
            /** @description Change a recurrence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recurrence"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    runsRecurrence: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The id of the recurrence. */
                recurrenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What has become of the occurrences of a recurrence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RecurrenceRun"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    openMissed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recurrence. */
                recurrenceId: string;
                /** @description The day, `YYYY-MM-DD`. */
                on: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open an occurrence that was missed or failed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticketId: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listRoutingRules: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Routing rules, in the order in which they are asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RoutingRule"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addRoutingRule: {
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
                    /** @default true */
                    enabled?: boolean;
                    condition: components["schemas"]["Condition"];
                    skills?: {
                        /** Format: uuid */
                        skillId: string;
                        level: number;
                    }[];
                    steps: components["schemas"]["RoutingStepInput"][];
                };
            };
        };
        responses: {
            /** @description Add a routing rule */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingRule"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    orderRoutingRules: {
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
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Put routing rules into another order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    previewRouting: {
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
                    ticketId: string;
                    draft?: {
                        name: string;
                        /** @default true */
                        enabled?: boolean;
                        condition: components["schemas"]["Condition"];
                        skills?: {
                            /** Format: uuid */
                            skillId: string;
                            level: number;
                        }[];
                        steps: components["schemas"]["RoutingStepInput"][];
                    };
                    /** Format: uuid */
                    ruleId?: string;
                    /** @default false */
                    only?: boolean;
                };
            };
        };
        responses: {
            /** @description Where a ticket would go now, also by a rule that is not saved yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingDecision"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeRoutingRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a routing rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeRoutingRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: number;
                    name?: string;
                    enabled?: boolean;
                    condition?: components["schemas"]["Condition"];
                    skills?: {
                        /** Format: uuid */
                        skillId: string;
                        level: number;
                    }[];
                    steps?: components["schemas"]["RoutingStepInput"][];
                };
            };
        };
        responses: {
            /** @description Change a routing rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingRule"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listSkills: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Skills that tickets may ask for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Skill"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addSkill: {
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
                };
            };
        };
        responses: {
            /** @description Add a skill */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeSkill: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the skill. */
                skillId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a skill that no routing rule asks for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeSkill: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the skill. */
                skillId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version?: number;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Rename a skill */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listRoutingAgents: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Skills, capacity and load of everybody, and whether they are there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RoutingAgent"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listFullAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has as much in hand as they may */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FullAgent"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeRoutingAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    capacity?: number | null;
                    skills?: {
                        /** Format: uuid */
                        skillId: string;
                        level: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Set how much somebody takes and what they know */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listWaiting: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tickets for which nobody is free, those that wait longest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingTicket"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    explainTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why a ticket is where it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RoutingDecision"][];
                        now: components["schemas"]["RoutingDecision"];
                        waiting: boolean;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes that were tried on the past */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            changes: components["schemas"]["DraftChange"][];
                            title: string;
                            days: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            progress: {
                                done: number;
                                of: number | null;
                            };
                            problem: string | null;
                            kept: boolean;
                            /** Format: date-time */
                            switchedOnAt: string | null;
                            by: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            finishedAt: string | null;
                            /** Format: date-time */
                            forgottenAt: string | null;
                            tickets: {
                                different: number;
                                of: number;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    startRun: {
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
                    changes: components["schemas"]["DraftChangeInput"][];
                    /** @default 30 */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Try a change of settings on the last days; nothing is changed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A run, and what came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Throw a run away */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    keepRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kept: boolean;
                };
            };
        };
        responses: {
            /** @description Keep a run, or let it be forgotten */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listExamples: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Which kind of them. */
                kind?: string;
            };
            header?: never;
            path: {
                /** @description The id of the run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tickets in which something would have been different */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LabExample"][];
                        next: string | null;
                        hidden: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop a run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    switchOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make the change that was tried */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    ofTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Approvals of a ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Approval"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    askApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of a ticket, or its number. */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    shows?: ("subject" | "request")[];
                    /**
                     * @default one
                     * @enum {string}
                     */
                    mode?: "one" | "all" | "in_order";
                    /**
                     * Format: date-time
                     * @default null
                     */
                    deadline?: string | null;
                    /** @default false */
                    hold?: boolean;
                    approvers: ({
                        /** Format: uuid */
                        userId: string;
                    } | {
                        /** Format: uuid */
                        personId: string;
                    } | {
                        email: string;
                        name?: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description Ask for an approval */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    mineApproval: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description `true`: only what waits for whoever asks. */
                mine?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for your decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Approval"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approved" | "rejected";
                    /** @default  */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Approve or reject */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    remindApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask those who have not answered once more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    cancelApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default  */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Call an approval off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description `true`: only what has not been read. */
                unread?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Own notices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    countNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many notices are unread */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        others: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    readNotification: {
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
                    ids?: string[];
                    /** Format: uuid */
                    ticketId?: string;
                };
            };
        };
        responses: {
            /** @description Mark own notices as read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getPreference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of what one wants to be told, and how */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreference"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setPreference: {
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
                    choices: components["schemas"]["NotificationChoicesInput"];
                    zone: string | null;
                    quiet: components["schemas"]["QuietHoursInput"] | null;
                    digest: components["schemas"]["DigestInput"] | null;
                    version?: 0 | number;
                };
            };
        };
        responses: {
            /** @description Choose of what to be told, and how */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreference"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    pushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key by which a browser is subscribed (VAPID) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publicKey: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Own browsers that may be called */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PushDevice"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    addDevice: {
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
                    /** Format: uri */
                    endpoint: string;
                    keys: {
                        p256dh: string;
                        auth: string;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Let this browser be called */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the device. */
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Call a browser no longer */
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
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getDefaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of what people are told until they choose */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDefaults"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setDefaults: {
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
                    choices: components["schemas"]["NotificationChoicesInput"];
                    version?: 0 | number;
                };
            };
        };
        responses: {
            /** @description Choose of what people are told until they choose */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDefaults"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listFailures: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Letters and calls that reached nobody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationFailure"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    replayNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the dispatch. */
                dispatchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Try once more what has failed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listCustomerNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What customers are told by themselves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomerNotice"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setCustomerNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Which of them. */
                kind: "received" | "status" | "solved";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channelIds: string[];
                    texts: components["schemas"]["CustomerTextsInput"];
                    version?: 0 | number;
                };
            };
        };
        responses: {
            /** @description Choose what customers are told, for which channels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerNotice"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    previewCustomerNotice: {
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
                    texts: components["schemas"]["CustomerTextsInput"];
                    ticketId?: string;
                };
            };
        };
        responses: {
            /** @description A letter as a customer would read it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ticket: {
                            id: string;
                            number: number;
                            subject: string;
                        } | null;
                        ru: {
                            subject: string | null;
                            text: string | null;
                            html: string | null;
                            problems: {
                                code: string;
                                line: number;
                                column: number;
                                about: string;
                                field: string;
                            }[];
                        };
                        en: {
                            subject: string | null;
                            text: string | null;
                            html: string | null;
                            problems: {
                                code: string;
                                line: number;
                                column: number;
                                about: string;
                                field: string;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    tryCustomerNotice: {
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
                    texts: components["schemas"]["CustomerTextsInput"];
                    /** @enum {string} */
                    locale: "ru" | "en";
                };
            };
        };
        responses: {
            /** @description Send a letter to oneself, as a customer would get it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dispatchId: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    searchSearch: {
        parameters: {
            query: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Words to look for. */
                q: string;
                /** @description Which kind of them. */
                kind?: "ticket" | "person" | "organization";
                /** @description Whether the last word may be unfinished. */
                typing?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search tickets, people and organizations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description What was done, as the audit names it: `ticket.merged`. */
                action?: string;
                /** @description Who did it: the id of a user. */
                actorId?: string;
                /** @description What it was done to: its id. */
                subjectId?: string;
                /** @description The mark of an export, as it stands in the file. */
                mark?: string;
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the demo company is here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    loadDemo: {
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
                    /** @default 2000 */
                    tickets?: number;
                };
            };
        };
        responses: {
            /** @description Load the demo company */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    removeDemo: {
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
            /** @description Remove the demo company */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getGuide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description First steps, and own tours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guide"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    keepTour: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The tour of the guide. */
                tour: "agent" | "lead" | "administrator";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "running" | "left" | "done";
                    step: number;
                };
            };
        };
        responses: {
            /** @description Remember where you are in a tour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    skipStep: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The step of the guide. */
                step: "letter" | "mailbox" | "team" | "colleagues" | "answer" | "backup" | "totp";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    skipped: boolean;
                };
            };
        };
        responses: {
            /** @description Set a first step aside */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        step: "letter" | "mailbox" | "team" | "colleagues" | "answer" | "backup" | "totp";
                        skipped: boolean;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listRemovals: {
        parameters: {
            query?: {
                /** @description How many on a page, 1 to 200. */
                limit?: number;
                /** @description Where the next page begins: the value of `next` of the page before. */
                after?: string;
                /** @description Which kind of them. */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was removed and can be put back, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Removal"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    restoreRemoval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeating a write with the same key gives the first answer and does nothing again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the removal. */
                removalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put back what was removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restored"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    streamLive: {
        parameters: {
            query?: {
                /** @description The last event that was seen; what came after it is sent first. */
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
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
}
