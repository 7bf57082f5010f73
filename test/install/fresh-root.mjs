// SPDX-License-Identifier: EUPL-1.2
/**
 * `npm run install:check`: installs the kiosk in a fresh Debian that debootstrap makes, as far as a machine without a
 * screen and without a running systemd goes, and ends on the first thing that is not as it should be. As root; takes
 * minutes, and Debian's packages.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { io } from 'socket.io-client';
import { freshRoot, inRoot, removeRoot, startInRoot } from './root.mjs';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const SUITE = process.argv[2] ?? 'bookworm';
const ARCHIVE = `node-v${process.versions.node}-linux-${process.arch}.tar.gz`;
const HERE = '/root/sportello/assets/install/install.sh';
const PLACES = '/etc /opt /usr/local /var/lib/sportello';

if (process.getuid?.() !== 0 || spawnSync('which', ['debootstrap']).status !== 0) {
  console.error('This takes root, and debootstrap: apt install debootstrap.');
  process.exit(2);
}
execFileSync(process.execPath, [join(checkout, 'src-main/run.mjs')], { stdio: 'inherit' });

const began = performance.now();
let since = began;
const seen = (sentence) => {
  const now = performance.now();
  console.log(`${((now - since) / 1000).toFixed(1).padStart(6)} s  ${sentence}`);
  since = now;
};

const root = freshRoot(SUITE);
const run = (line, user) => inRoot(root, line, user);
const runs = (line) => {
  const { status, said } = run(line);
  assert.equal(status, 0, `${line}: ${said}`);
  return said;
};
const tree = () =>
  runs(`find ${PLACES} -printf '%p %m %u %s %l\\n' 2>/dev/null | grep -v '/usr/local/share' | sort; true`);

try {
  seen(`a fresh Debian ${readFileSync(join(root, 'etc/debian_version'), 'utf8').trim()}`);
  copyProgram();
  packNode();
  const port = await freePort();

  runs('cp -r /root/sportello/assets/install /tmp/i && chmod -R a+rX /tmp/i');
  const stranger = run('/tmp/i/install.sh', 'nobody');
  assert.equal(stranger.status, 1);
  assert.match(stranger.said, /Only root can install/);
  seen('somebody who is not root is told so');

  const before = tree();
  const dry = run(`${HERE} --dry-run --node /root/${ARCHIVE} --network 10.0.0.0/8`);
  assert.equal(dry.status, 0, dry.said);
  assert.match(dry.said, /would: .*useradd[^]*Nothing was done\./);
  assert.equal(tree(), before);
  seen('a dry run says what it would do, and does nothing');

  const nodeless = run(HERE);
  if (SUITE === 'bookworm') {
    assert.equal(nodeless.status, 1, nodeless.said);
    assert.match(nodeless.said, /Node 20\.19 or later is missing, and Debian offers 18\..*--node/);
    seen("Debian's packages are installed; that its Node is too old is said, and how to get another");
  }
  const sums = readFileSync(join(root, 'root/SHASUMS256.txt'), 'utf8');
  writeFileSync(
    join(root, 'root/SHASUMS256.txt'),
    sums.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
  );
  const broken = run(`${HERE} --node /root/${ARCHIVE}`);
  assert.equal(broken.status, 1);
  assert.match(broken.said, /is not what SHASUMS256\.txt says/);
  writeFileSync(join(root, 'root/SHASUMS256.txt'), sums);
  seen('a Node that is not what its sum says is not installed');

  const installed = run(`${HERE} --node /root/${ARCHIVE} --network 10.0.0.0/8 --printer 'virtual:'`);
  assert.equal(installed.status, 0, installed.said);
  assert.match(installed.said, /The kiosk is installed\./);
  assert.match(installed.said, /systemd does not run here: nothing was started/);
  assert.match(installed.said, /There is no screen here/);
  console.log(installed.said.replace(/^/gm, '          | ').trimEnd());
  assert.ok(existsSync(join(root, 'etc/chromium/policies/managed/sportello.json')));
  seen('it installs, and says what it could not do');

  const after = tree();
  const again = run(`${HERE} --network 10.0.0.0/8`);
  assert.equal(again.status, 0, again.said);
  assert.doesNotMatch(again.said, /The program|Packages of Debian|The user/);
  assert.equal(tree(), after);
  seen('installed again, nothing changes');

  assert.equal(runs('systemd-analyze verify /etc/systemd/system/sportello*'), '');
  runs('printf "[Service]\\nExecStart=/bin/true\\nRestarts=always\\n" >/tmp/wrong.service');
  assert.notEqual(run('systemd-analyze verify /tmp/wrong.service').said, '');
  seen('systemd-analyze has nothing to say of the units, and something of a wrong one');

  const wanted = join(root, 'etc/systemd/system/multi-user.target.wants');
  const unitsThere = ['sportello.service', 'sportello-session.service', 'sportello-firewall.service'];
  assert.deepEqual(
    unitsThere.filter((unit) => !existsSync(join(wanted, unit)) && !isLink(join(wanted, unit))),
    [],
  );
  assert.match(runs('nft --check --file /etc/sportello/firewall.nft 2>&1 || true'), /^$|not permitted|not supported/);
  assert.match(runs('id sportello; getent passwd sportello'), /\blp\b[^]*\bdialout\b[^]*nologin/);
  seen('the units start with the system; the user has the printers and no shell');

  runs(`sed -i 's/^SPORTELLO_PORT=.*/SPORTELLO_PORT=${port}/' /etc/sportello/sportello.env`);
  let office = await startOffice('');
  assert.match(office.said(), /There is no screen here/);
  assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
  assert.equal(await issue(port), '1');
  runs('printf "a secret that is long\\n" | sportello-operator add Anna --coordinator');
  const copy = runs('sportello-backup').trim();
  assert.equal(await issue(port), '2');
  await office.stop();
  seen('the office runs as its user, from what was installed, and issues tickets; an operator is made');

  assert.match(runs(`sportello-restore ${copy}`), /is as it was/);
  office = await startOffice('');
  assert.equal(await issue(port), '2');
  await office.stop();
  seen('a copy made while it ran is put back: what came after it is gone, what was before is there');

  const old = readlinkSync(join(root, 'opt/sportello/current'));
  writeFileSync(join(root, 'root/sportello/dist/main/launch.js'), '\n// newer\n', { flag: 'a' });
  assert.match(runs(HERE), /The program /);
  assert.notEqual(readlinkSync(join(root, 'opt/sportello/current')), old);
  assert.match(runs('sportello-back'), new RegExp(`It is ${old} now`));
  assert.equal(readlinkSync(join(root, 'opt/sportello/current')), old);
  assert.equal(runs('ls /var/backups/sportello | wc -l').trim(), '2');
  seen('an update copies the folder first, and one can go back');

  await showKiosk();
  console.log(
    `All of it in ${((performance.now() - began) / 1000).toFixed(0)} s. Not seen: a screen, a touch, a start by systemd.`,
  );
} finally {
  removeRoot(root);
}

/** What `npm ci && npm run build` leaves in a folder, as far as the installer looks at it. */
function copyProgram() {
  for (const part of ['dist', 'assets', 'package.json', 'LICENSE']) {
    cpSync(join(checkout, part), join(root, 'root/sportello', part), { recursive: true });
  }
  for (const name of ['@napi-rs', 'serialport', '@serialport', 'debug', 'ms', 'node-gyp-build', 'espeak-ng']) {
    const to = join(root, 'root/sportello/node_modules', name);
    cpSync(join(checkout, 'node_modules', name), to, { recursive: true });
  }
}

/** This machine's Node in the form in which nodejs.org gives it out. */
function packNode() {
  const folder = ARCHIVE.replace('.tar.gz', '');
  mkdirSync(join(root, 'root', folder, 'bin'), { recursive: true });
  cpSync(process.execPath, join(root, 'root', folder, 'bin/node'));
  execFileSync('tar', ['-czf', join(root, 'root', ARCHIVE), '-C', join(root, 'root'), folder]);
  rmSync(join(root, 'root', folder), { recursive: true });
  const sum = createHash('sha256')
    .update(readFileSync(join(root, 'root', ARCHIVE)))
    .digest('hex');
  writeFileSync(join(root, 'root/SHASUMS256.txt'), `${sum}  ${ARCHIVE}\n`);
}

/** As the unit does it. @param {string} display */
function startOffice(display) {
  const settings = readFileSync(join(root, 'etc/sportello/sportello.env'), 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .join(' ');
  // outside its hours an office issues nothing
  const monday = '--clock 2026-11-23T09:00';
  const env = `env HOME=/var/lib/sportello ${display && `DISPLAY=${display}`} ${settings}`;
  return startInRoot(
    root,
    `runuser -u sportello -- ${env} /usr/local/lib/sportello/kiosk ${monday}`,
    /^console +(\S+)/,
  );
}

/** A citizen takes a number, as the kiosk's page does it. @param {number} port */
async function issue(port) {
  const socket = io(`http://127.0.0.1:${port}/kiosk`, { transports: ['websocket'], forceNew: true });
  const command = { id: crypto.randomUUID(), type: 'IssueTicket', service: 'walk-in', language: 'it' };
  const reply = await socket.timeout(10_000).emitWithAck('command', command);
  socket.disconnect();
  assert.equal(reply.ok, true, JSON.stringify(reply));
  return reply.ticket.number;
}

/** The session and the kiosk on a screen that is only a memory, where this machine has Xvfb. */
async function showKiosk() {
  if (spawnSync('which', ['Xvfb']).status !== 0) return seen('not tried on a screen in memory: there is no Xvfb here');
  const display = ':87';
  const flags = ['-screen', '0', '1080x1920x24', '-ac', '-nolisten', 'tcp', '-noreset'];
  const screen = spawn('Xvfb', [display, ...flags], { stdio: 'ignore' });
  let office;
  try {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const settings = ['env', `DISPLAY=${display}`, 'HOME=/var/lib/sportello'];
    const session = ['runuser', '-u', 'sportello', '--', ...settings, '/usr/local/lib/sportello/session'];
    spawn('chroot', [root, ...session], { stdio: 'ignore' });
    office = await startOffice(display);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const processes = execFileSync('ps', ['-ewwo', 'uid,args'], { encoding: 'utf8' }).split('\n');
    const user = runs('id -u sportello').trim();
    const ofKiosk = new RegExp(`^ *${user} .*/chromium .*--kiosk`);
    assert.ok(
      processes.some((line) => ofKiosk.test(line) && !line.includes('--type=')),
      office.said(),
    );
    assert.doesNotMatch(office.said(), /shown again/);
    assert.ok(processes.some((line) => line.includes('openbox --config-file /etc/sportello/openbox.xml')));
    seen('the session and the kiosk run on a screen in memory, as their user');
  } finally {
    await office?.stop();
    // what runs on the screen ends with it
    screen.kill();
    await once(screen, 'exit');
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {string} path */
function isLink(path) {
  try {
    return readlinkSync(path) !== '';
  } catch {
    return false;
  }
}
