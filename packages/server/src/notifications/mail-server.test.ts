import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from './mailer.ts';
import { renderMail } from './render-mail.ts';

interface MailServer {
  url: string;
  received: Promise<Email>[];
  close(): Promise<void>;
}

const open: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

/** A real mail server that refuses the first so many messages. */
async function startMailServer(refusals = 0): Promise<MailServer> {
  const received: Promise<Email>[] = [];
  let left = refusals;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (left-- > 0) return callback(Object.assign(new Error('try again later'), { responseCode: 451 }));
        received.push(PostalMime.parse(Buffer.concat(chunks)));
        callback();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const started = { url: `smtp://127.0.0.1:${port}`, received, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
  open.push(started);
  return started;
}

const recipient = { email: 'alice@example.com', locale: 'ja', timeZone: 'Asia/Tokyo', antiPhishingCode: '青い灯台' } as const;
const mail = { kind: 'sign_up_code', code: '042137', minutes: 10 } as const;

function mailerOf(url: string) {
  const mailer = smtpMailer(url, 'Warder <warder@example.com>');
  open.push(mailer);
  return mailer;
}

test('a mail arrives whole: subject, both parts, sender, and an id that names its notification', async () => {
  const server = await startMailServer();
  const rendered = renderMail(mail, recipient, 'https://warder.test');
  await mailerOf(server.url).send({ to: recipient.email, messageId: '<ntf_1@warder.test>', ...rendered });
  const arrived = await server.received[0];
  expect(arrived).toMatchObject({
    subject: rendered.subject,
    messageId: '<ntf_1@warder.test>',
    from: { address: 'warder@example.com' },
    to: [{ address: recipient.email }],
  });
  expect(arrived?.text).toContain('042137');
  expect(arrived?.html).toContain('青い灯台');
  expect(arrived?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
});

test('a server that refuses for now makes the attempt throw, so that it is tried again', async () => {
  const server = await startMailServer(1);
  const mailer = mailerOf(server.url);
  const outgoing = { to: recipient.email, messageId: '<ntf_2@warder.test>', ...renderMail(mail, recipient, 'https://warder.test') };
  await expect(mailer.send(outgoing)).rejects.toThrow(/451/);
  await mailer.send(outgoing);
  expect(server.received).toHaveLength(1);
});

test('a server that is not there makes the attempt throw', async () => {
  const mailer = mailerOf('smtp://127.0.0.1:1');
  await expect(mailer.send({ to: recipient.email, messageId: '<ntf_3@warder.test>', subject: 's', html: 'h', text: 't' })).rejects.toThrow(
    /ECONNREFUSED/,
  );
});

test('nothing that a holder chose can add a header or another recipient', async () => {
  const server = await startMailServer();
  const hostile = { ...recipient, antiPhishingCode: 'x\r\nBcc: thief@example.com\r\n\r\nhello' };
  await mailerOf(server.url).send({ to: hostile.email, messageId: '<ntf_4@warder.test>', ...renderMail(mail, hostile, 'https://warder.test') });
  const arrived = await server.received[0];
  expect(arrived?.bcc ?? []).toEqual([]);
  expect(arrived?.to).toHaveLength(1);
});
