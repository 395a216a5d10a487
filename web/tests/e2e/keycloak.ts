import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A real provider of sign-in: Keycloak with one realm, at the address the city under test knows. */

export interface ProviderPerson {
  username: string
  password: string
}

const LONGEST_START_MS = 480_000

export class Keycloak {
  readonly #process: ChildProcess

  private constructor(process: ChildProcess) {
    this.#process = process
  }

  static async start(home: string, issuer: string, secret: string, people: ProviderPerson[]): Promise<Keycloak> {
    const imported = path.join(home, 'data/import')
    fs.mkdirSync(imported, { recursive: true })
    fs.writeFileSync(path.join(imported, 'city-realm.json'), JSON.stringify(realm(secret, people)))
    const log = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'keycloak-')), 'keycloak.log')
    const out = fs.openSync(log, 'w')
    const { port } = new URL(issuer)
    const started = spawn(
      path.join(home, 'bin/kc.sh'),
      ['start-dev', '--http-host=localhost', `--http-port=${port}`, '--db=dev-mem', '--cache=local', '--import-realm'],
      {
        stdio: ['ignore', out, out],
        env: {
          ...process.env,
          JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx400m',
          JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1',
        },
      },
    )
    const end = Date.now() + LONGEST_START_MS
    while (Date.now() < end && started.exitCode === null) {
      const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => null)
      if (answer?.ok) return new Keycloak(started)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    started.kill()
    throw new Error(`Keycloak did not start:\n${fs.readFileSync(log, 'utf8')}`)
  }

  /** The script has become the server itself, so ending it ends both. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill()
    await ended
  }
}

function realm(secret: string, people: ProviderPerson[]): unknown {
  return {
    realm: 'city',
    enabled: true,
    sslRequired: 'none',
    clients: [
      {
        clientId: 'gewu',
        secret,
        publicClient: false,
        standardFlowEnabled: true,
        redirectUris: ['*'],
        attributes: { 'pkce.code.challenge.method': 'S256' },
      },
    ],
    users: people.map(({ username, password }) => ({
      username,
      enabled: true,
      email: `${username}@example.org`,
      emailVerified: true,
      firstName: username,
      lastName: 'City',
      credentials: [{ type: 'password', value: password, temporary: false }],
    })),
  }
}
