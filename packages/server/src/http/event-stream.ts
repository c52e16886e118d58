import type { EventName } from '@warder/api';
import type { FastifyReply, FastifyRequest } from 'fastify';

const heartbeatMs = 15_000;
/** A reader that is this far behind is gone or hostile; it reconnects and reads anew. */
const maxBufferedBytes = 64 * 1024;
const reconnectMs = 1_000;

/** One open stream of server-sent events (WHATWG HTML §9.2). */
export interface EventStream {
  send(event: EventName, data: object): void;
  /** Ends it from this side. */
  close(): void;
}

/** Turns a request into a stream of events; `onClose` runs once, whoever ends it. */
export function openEventStream(request: FastifyRequest, reply: FastifyReply, onClose: () => void): EventStream {
  reply.hijack();
  const { raw } = reply;
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  };
  raw.writeHead(200, headers as Record<string, string>);
  const write = (text: string) => {
    if (raw.writableLength > maxBufferedBytes) raw.destroy();
    else if (!raw.writableEnded) raw.write(text);
  };
  write(`retry: ${reconnectMs}\n\n`);
  const heartbeat = setInterval(() => write(': alive\n\n'), heartbeatMs);
  let closed = false;
  const closeOnce = () => {
    if (closed) return;
    closed = true;
    clearInterval(heartbeat);
    onClose();
  };
  request.raw.once('close', closeOnce);
  raw.once('close', closeOnce);
  return {
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close() {
      raw.end();
      closeOnce();
    },
  };
}
