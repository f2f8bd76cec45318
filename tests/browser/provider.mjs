// A real OpenID Connect provider for the tests of single sign-on: any name signs in, "…-mfa" with a second factor.
import http from 'node:http'
import { Provider } from 'oidc-provider'

const { ISSUER, PORT, RETURNS_TO } = process.env
const provider = new Provider(ISSUER, {
  clients: [{
    client_id: 'have your say',
    client_secret: 'a secret: of the test',
    redirect_uris: [RETURNS_TO],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  claims: { openid: ['sub', 'amr'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['only for the test'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    })
    grant.addOIDCScope('openid')
    await grant.save()
    return grant
  },
})

const respond = provider.callback()
http.createServer(async (request, response) => {
  const asked = new URL(request.url, ISSUER)
  if (!asked.pathname.startsWith('/interaction/')) return respond(request, response)
  const name = asked.searchParams.get('name')
  const amr = name?.endsWith('-mfa') ? ['pwd', 'mfa'] : ['pwd']
  if (name) return provider.interactionFinished(request, response, { login: { accountId: name, amr } })
  response.setHeader('Content-Type', 'text/html')
  return response.end('<!doctype html><title>Council</title><form><label>Name <input name="name"></label><button>Go</button></form>')
}).listen(Number(PORT), '127.0.0.1', () => console.log('listening'))
