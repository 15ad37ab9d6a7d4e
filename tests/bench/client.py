#!/usr/bin/env python3
"""What tests/bench/run asks the service besides the load: signing in as a judge does, single requests, and the
bytes that nginx is to serve. Knows the pages' forms and no database."""
import base64, hmac, http.client, json, re, struct, sys, time, urllib.parse


class client:
    def __init__(self, address):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=30)
        self.cookies = {}
        self.csrf = ""

    def ask(self, method, target, form=None, headers={}):
        head = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **headers}
        body = None
        if form is not None:
            head["Content-Type"] = "application/x-www-form-urlencoded"
            body = form if isinstance(form, str) else urllib.parse.urlencode({**form, "csrf": self.csrf})
        self.connection.request(method, target, body, head)
        answer = self.connection.getresponse()
        text = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, kept = value.split(";")[0].split("=", 1)
                self.cookies[key] = kept
        found = re.search(rb'name="csrf" value="([^"]+)"', text)
        if found:
            self.csrf = found.group(1).decode()
        return answer, text


def one_time_code(secret):
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000:06}"


def sign_in(address, accounts, email):
    account = next(one for one in json.load(open(accounts)) if one["email"] == email)
    judge = client(address)
    judge.ask("GET", "/sign-in")
    judge.ask("POST", "/sign-in", {"email": email, "password": account["password"]})
    judge.ask("GET", "/sign-in/code")
    judge.ask("POST", "/sign-in/code", {"code": one_time_code(account["totp_secret"])})
    answer, _ = judge.ask("GET", "/account")
    if answer.status != 200:
        sys.exit(f"signing in as {email}: {answer.status}")
    print(judge.cookies["__Host-session"])
    print(judge.csrf)


def request(address, cookie, csrf, method, target, form=None):
    judge = client(address)
    judge.cookies["__Host-session"] = cookie
    answer, text = judge.ask(method, target, form, {"X-CSRF-Token": csrf})
    if answer.status != 200:
        sys.exit(f"{method} {target}: {answer.status} {text[:300]!r}")


NGINX = """
user {user}; worker_processes auto; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000;
    access_log {folder}/access.log;
    server {{
        listen 127.0.0.1:{port};
        server_tokens off;
        location = {target} {{
            root {folder}/root;
            default_type "text/html; charset=utf-8";
            types {{ }}
{headers}
        }}
    }}
}}
"""


def nginx(address, target, folder, port):
    """The page as the service sends it, body and head, for nginx to send."""
    import getpass, os, pwd
    reader = client(address)
    for _ in range(2):   # the second answer comes from the service's cache
        answer, text = reader.ask("GET", target)
    if answer.status != 200:
        sys.exit(f"GET {target}: {answer.status}")
    path = folder + "/root" + target
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "wb").write(text)
    own = ("date", "content-length", "content-type", "connection", "etag", "server")
    headers = "\n".join(f"            add_header {name} \"{value}\";" for name, value in answer.getheaders()
                        if name.lower() not in own)
    with open(folder + "/nginx.conf", "w") as out:
        out.write(NGINX.format(user=pwd.getpwuid(os.getuid()).pw_name, folder=folder, port=port, target=target, headers=headers))


def uploads(address, slug, *cities):
    """A file of 20 MiB for an entry of each city; the last bytes are sent when all others have arrived."""
    import threading
    size = 20 * 1024 * 1024
    content = b"%PDF-1.4\n" + b"%" * (size - 60) + b"\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    content += b"\n" * (size - len(content))
    before_the_end = threading.Barrier(len(cities))
    answers = []

    def upload(city):
        one = client(address)
        one.connection.timeout = 300
        one.cookies["__Host-session"] = "bench-" + city
        one.ask("GET", "/account")
        begun, _ = one.ask("POST", f"/my/editions/{slug}/entries", {"city": city, "title": "Bench", "category": "services"})
        entry = begun.getheader("location") or sys.exit(f"no entry was begun: {begun.status}")
        part = 'Content-Disposition: form-data; name='
        head = (f'--xyz\r\n{part}"csrf"\r\n\r\n{one.csrf}\r\n'
                f'--xyz\r\n{part}"files"; filename="plan.pdf"\r\n\r\n').encode()
        end = b"\r\n--xyz--\r\n"
        line = one.connection
        line.putrequest("POST", entry + "/files")
        for name, value in (("Cookie", "__Host-session=bench-" + city), ("Content-Type", "multipart/form-data; boundary=xyz"),
                            ("Content-Length", str(len(head) + size + len(end)))):
            line.putheader(name, value)
        line.endheaders(head)
        line.send(content)
        before_the_end.wait()
        line.send(end)
        answer = line.getresponse()
        answer.read()
        answers.append(answer.status)

    threads = [threading.Thread(target=upload, args=(city,)) for city in cities]
    began = time.time()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    print(f"{answers.count(303)} of {len(cities)} were kept, {time.time() - began:.1f} s")
    if answers.count(303) != len(cities):
        sys.exit(f"answers: {answers}")


def status(address, method, target):
    print(client(address).ask(method, target)[0].status)


if __name__ == "__main__":
    {"sign-in": sign_in, "request": request, "nginx": nginx, "uploads": uploads, "status": status}[sys.argv[1]](*sys.argv[2:])
