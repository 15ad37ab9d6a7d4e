"""A mail server for tests: writes what it receives into a directory and can be told, by the recipient's
name, to refuse, to put off, or to hang up after the final dot. Usage: mail_sink.py DIR [CERT KEY USER PASSWORD]"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, directory):
        self.directory = directory
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name.startswith("rcpt-"):
            return name[5:8] + " not this recipient"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "hang-up":
            server.transport.abort()
            return "250 never heard"
        if name.startswith("data-"):
            return name[5:8] + " not this content"
        path = f"{self.directory}/{self.count}"
        self.count += 1
        with open(path + ".eml", "wb") as file:
            file.write(envelope.content)
        with open(path + ".json", "w") as file:
            json.dump({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
                       "authenticated": bool(session.authenticated)}, file)
        return "250 OK"


async def main():
    directory, secured = sys.argv[1], sys.argv[2:]
    sink = Sink(directory)
    options = {}
    if secured:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(secured[0], secured[1])

        def check(server, session, envelope, mechanism, data):
            given = (data.login.decode(), data.password.decode())
            return AuthResult(success=given == (secured[2], secured[3]), handled=False)

        options = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": check}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink, loop=loop, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
