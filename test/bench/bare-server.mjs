// SPDX-License-Identifier: EUPL-1.2
/** The floor that the office is measured against: socket.io that answers and broadcasts, and does nothing else. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => {
  socket.on('command', (_command, answer) => answer({ ok: true, revision: 1 }));
  socket.on('broadcast', (view) => io.emit('view', view));
});
http.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${http.address().port}`));
