"""A client with Python's standard library. It keeps one pair of tokens in memory."""

import base64
import json
import os
import sys
import time
import urllib.error
import urllib.request

TIMEOUT = 20


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect could lead to another host, which is to get neither secrets nor tokens."""

    def redirect_request(self, *arguments):
        return None


class Client:
    def __init__(self, environment):
        self.environment = environment
        self.access = self.refresh = None
        self.expires = 0
        self.opener = urllib.request.build_opener(NoRedirects)

    def send(self, path, body=None, headers=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Accept": "application/json", "Content-Type": "application/json", **(headers or {})}
        request = urllib.request.Request(self.environment["IX_API_HOST"] + path, data, headers)
        try:
            with self.opener.open(request, timeout=TIMEOUT) as response:
                return response.status, self.read(response)
        except urllib.error.HTTPError as error:
            return error.code, b""

    @staticmethod
    def read(response):
        """The timeout of the socket is for the next bytes: this one is for all of them."""
        end, body = time.monotonic() + TIMEOUT, b""
        while chunk := response.read1(65536):
            body += chunk
            if time.monotonic() > end:
                sys.exit("no answer in time")
        return body

    def take(self, path, body):
        status, answer = self.send(path, body)
        if status // 100 != 2:
            return False
        pair = json.loads(answer)
        self.access, self.refresh = pair["access_token"], pair.get("refresh_token")
        # The lifetime counts, and not the clock of the server. A token that cannot be read is used until a 401.
        try:
            payload = self.access.split(".")[1]
            claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
            self.expires = time.monotonic() + claims["exp"] - claims["iat"]
        except (IndexError, KeyError, ValueError):
            self.expires = float("inf")
        return True

    def login(self):
        key, secret = self.environment["IX_API_KEY"], self.environment["IX_API_SECRET"]
        if not self.take("/auth/token", {"api_key": key, "api_secret": secret}):
            sys.exit("no log-in")

    def renew(self):
        if not (self.refresh and self.take("/auth/refresh", {"refresh_token": self.refresh})):
            self.login()

    def call(self):
        if time.monotonic() >= self.expires:
            self.renew()
        status, _ = self.send("/accounts", headers={"Authorization": "Bearer " + self.access})
        if status == 401:
            self.renew()
            status, _ = self.send("/accounts", headers={"Authorization": "Bearer " + self.access})
        return status


def main():
    calls, seconds = int(os.environ["IX_CHECK_CALLS"]), int(os.environ["IX_CHECK_SECONDS"])
    client = Client(os.environ)
    client.login()
    for number in range(calls):
        time.sleep(seconds / calls if number else 0)
        if client.call() != 200:
            sys.exit("a call failed")


main()
