import { fetchAnswer, searchLetters } from './imap-fetch.ts';
import type { ImapSession, RunCommand } from './imap-session.ts';
import { FixtureFolder, type StoredLetter } from './imap-store.ts';
import { type Command, decodeName, encodeName, list, text } from './imap-wire.ts';

type Handler = RunCommand;
type Selected = { readonly folder: FixtureFolder; readonly letters: readonly StoredLetter[] };

const beforeSignIn = new Set(['CAPABILITY', 'NOOP', 'LOGOUT', 'LOGIN', 'AUTHENTICATE', 'ID']);

export const runCommand: RunCommand = (session, command) => {
  const handler = handlers[command.name];
  const idleOff = command.name === 'IDLE' && session.world.faults.noIdle;
  if (command.name === 'IDLE' && session.world.faults.refuseIdle) {
    session.no(command, 'IDLE is off today');
    return;
  }
  if (handler === undefined || idleOff) {
    session.write(`${command.tag} BAD Unknown command\r\n`);
    return;
  }
  if (!session.signedIn && !beforeSignIn.has(command.name)) {
    session.no(command, 'Sign in first');
    return;
  }
  return handler(session, command);
};

function withLetters(
  work: (session: ImapSession, command: Command, selected: Selected) => void,
): Handler {
  return (session, command) => {
    const selected = session.selected(command.args[0]);
    if (selected === null) {
      session.write(`${command.tag} BAD No mailbox selected\r\n`);
      return;
    }
    work(session, command, selected);
  };
}

function changing(
  work: (session: ImapSession, command: Command, selected: Selected) => void,
): Handler {
  return withLetters((session, command, selected) => {
    if (session.world.faults.readOnly) {
      session.no(command, '[NOPERM] Permission denied');
    } else {
      work(session, command, selected);
    }
  });
}

function copyTo(destination: FixtureFolder, letters: readonly StoredLetter[]): string {
  const copies = letters.map(
    (letter) =>
      destination.deliver(letter.raw, { arrivedAt: letter.arrivedAt, flags: [...letter.flags] })
        .uid,
  );
  return `[COPYUID ${destination.uidValidity} ${letters.map((letter) => letter.uid).join(',')} ${copies.join(',')}]`;
}

const authenticate: Handler = async (session, command) => {
  const method = text(command.args[0]).toUpperCase();
  const initial = text(command.args[1]) || (await session.ask(''));
  const answer = Buffer.from(initial, 'base64').toString();
  if (method === 'PLAIN') {
    const [, user = '', password = ''] = answer.split('\0');
    session.signIn(command, session.world.passwords.get(user) === password);
    return;
  }
  const token =
    answer
      .split('\u0001')
      .find((field) => field.startsWith('auth=Bearer '))
      ?.slice(12) ?? '';
  if (!session.world.tokens.has(token)) {
    await session.ask(
      Buffer.from(JSON.stringify({ status: '400', schemes: 'Bearer' })).toString('base64'),
    );
  }
  session.signIn(command, session.world.tokens.has(token));
};

const listFolders: Handler = (session, command) => {
  const pattern = text(
    command.args.at(command.args.length > 2 && Array.isArray(command.args[0]) ? 2 : 1),
  );
  for (const folder of session.world.folders.values()) {
    const name = encodeName(folder.name);
    if (pattern === '*' || pattern === '%' || pattern === name) {
      const use = folder.specialUse === null ? '' : ` ${folder.specialUse}`;
      session.write(`* ${command.name} (\\HasNoChildren${use}) "/" "${name}"\r\n`);
    }
  }
  if (pattern === '') {
    session.write('* LIST (\\Noselect) "/" ""\r\n');
  }
  session.ok(command);
};

const handlers: Record<string, Handler> = {
  CAPABILITY(session, command) {
    session.write(`* CAPABILITY ${session.capabilities()}\r\n`);
    session.ok(command);
  },
  NOOP(session, command) {
    session.tellExists();
    session.ok(command);
  },
  LOGOUT: (session, command) => session.end(command),
  ID(session, command) {
    session.write('* ID ("name" "fixture")\r\n');
    session.ok(command);
  },
  LOGIN(session, command) {
    session.signIn(
      command,
      session.world.passwords.get(text(command.args[0])) === text(command.args[1]),
    );
  },
  AUTHENTICATE: authenticate,
  NAMESPACE(session, command) {
    session.write('* NAMESPACE (("" "/")) NIL NIL\r\n');
    session.ok(command);
  },
  LIST: listFolders,
  LSUB: listFolders,
  STATUS(session, command) {
    const folder = session.folder(command.args[0]);
    session.write(
      `* STATUS "${text(command.args[0])}" (MESSAGES ${folder?.letters.length ?? 0} UIDNEXT ${folder?.uidNext ?? 1} UIDVALIDITY ${folder?.uidValidity ?? 1})\r\n`,
    );
    session.ok(command);
  },
  SELECT: (session, command) => session.select(command),
  EXAMINE: (session, command) => session.select(command),
  CREATE(session, command) {
    const name = decodeName(text(command.args[0]));
    session.world.folders.set(name, new FixtureFolder(name));
    session.ok(command);
  },
  SUBSCRIBE: (session, command) => session.ok(command),
  IDLE: (session, command) => session.idle(command),
  'UID SEARCH'(session, command) {
    const folder = session.current;
    session.write(
      `* SEARCH ${folder === null ? '' : searchLetters(folder, command.args).join(' ')}\r\n`,
    );
    session.ok(command);
  },
  'UID FETCH': withLetters((session, command, { folder, letters }) => {
    for (const letter of letters) {
      if (!session.send(fetchAnswer(folder, letter, list(command.args[1])))) {
        return;
      }
    }
    session.ok(command);
  }),
  'UID STORE': changing((session, command, { letters }) => {
    for (const letter of letters) {
      for (const flag of list(command.args[2])) {
        letter.flags.add(text(flag));
      }
    }
    session.ok(command);
  }),
  'UID COPY': changing((session, command, { letters }) => {
    const destination = session.folder(command.args[1]);
    if (destination === undefined) {
      session.no(command, '[TRYCREATE] No such mailbox');
    } else {
      session.ok(command, `${copyTo(destination, letters)} done`);
    }
  }),
  'UID MOVE': changing((session, command, { folder, letters }) => {
    const destination = session.folder(command.args[1]);
    if (destination === undefined) {
      session.no(command, '[TRYCREATE] No such mailbox');
      return;
    }
    session.write(`* OK ${copyTo(destination, letters)} moved\r\n`);
    for (const letter of letters) {
      session.write(`* ${folder.letters.indexOf(letter) + 1} EXPUNGE\r\n`);
      folder.remove(letter);
    }
    session.ok(command);
  }),
  APPEND(session, command) {
    const folder = session.folder(command.args[0]);
    const raw = Buffer.from(text(command.args.at(-1)), 'latin1');
    if (folder === undefined) {
      session.no(command, '[TRYCREATE] No such mailbox');
      return;
    }
    const flags = command.args.find((argument) => Array.isArray(argument)) ?? [];
    const letter = folder.deliver(raw, { flags: list(flags).map((flag) => text(flag)) });
    session.ok(command, `[APPENDUID ${folder.uidValidity} ${letter.uid}] done`);
  },
};
