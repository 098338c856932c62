// A client with Go's standard library. It keeps one pair of tokens in memory.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

type pair struct {
	Access  string `json:"access_token"`
	Refresh string `json:"refresh_token"`
}

type client struct {
	http    http.Client
	mutex   sync.Mutex
	pair    pair
	expires time.Time
}

// send never follows a redirect, which could lead to another host.
func (c *client) send(method, path, token string, body any) (*http.Response, error) {
	var content bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&content).Encode(body); err != nil {
			return nil, err
		}
	}
	request, err := http.NewRequest(method, os.Getenv("IX_API_HOST")+path, &content)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "application/json")
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	return c.http.Do(request)
}

func (c *client) take(path string, body any) error {
	response, err := c.send("POST", path, "", body)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode/100 != 2 {
		return errors.New(response.Status)
	}
	var next pair
	if err := json.NewDecoder(response.Body).Decode(&next); err != nil {
		return err
	}
	c.pair = next
	c.expires = time.Now().Add(lifetime(next.Access))
	return nil
}

// lifetime counts from iat to exp, so that it does not matter whose clock is wrong. A token that cannot be read is used until a 401.
func lifetime(token string) time.Duration {
	var claims struct{ Exp, Iat int64 }
	parts := strings.Split(token, ".")
	if len(parts) == 3 {
		payload, err := base64.RawURLEncoding.DecodeString(parts[1])
		if err == nil && json.Unmarshal(payload, &claims) == nil && claims.Exp > 0 {
			return time.Duration(claims.Exp-claims.Iat) * time.Second
		}
	}
	return 24 * time.Hour
}

// token returns one that is valid; refused is one that was not accepted.
func (c *client) token(refused string) (string, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.pair.Access != "" && c.pair.Access != refused && time.Now().Before(c.expires) {
		return c.pair.Access, nil
	}
	if c.pair.Refresh != "" && c.take("/auth/refresh", map[string]string{"refresh_token": c.pair.Refresh}) == nil {
		return c.pair.Access, nil
	}
	err := c.take("/auth/token", map[string]string{
		"api_key": os.Getenv("IX_API_KEY"), "api_secret": os.Getenv("IX_API_SECRET")})
	return c.pair.Access, err
}

func (c *client) call() error {
	status, refused := 401, ""
	for i := 0; i < 2 && status == 401; i++ {
		token, err := c.token(refused)
		if err != nil {
			return err
		}
		response, err := c.send("GET", "/accounts", token, nil)
		if err != nil {
			return err
		}
		response.Body.Close()
		status, refused = response.StatusCode, token
	}
	if status != 200 {
		return errors.New("HTTP " + strconv.Itoa(status))
	}
	return nil
}

func number(name string) int {
	value, err := strconv.Atoi(os.Getenv(name))
	if err != nil {
		println(name, "is not a number")
		os.Exit(2)
	}
	return value
}

func main() {
	calls, parallel := number("IX_CHECK_CALLS"), number("IX_CHECK_PARALLEL")
	pause := time.Duration(number("IX_CHECK_SECONDS")) * time.Second * time.Duration(parallel) / time.Duration(calls)
	c := client{http: http.Client{
		// For the whole of a call, and not only for the next bytes.
		Timeout:       20 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	for done := 0; done < calls; done += parallel {
		if done > 0 {
			time.Sleep(pause)
		}
		results := make(chan error, parallel)
		for i := 0; i < parallel; i++ {
			go func() { results <- c.call() }()
		}
		for i := 0; i < parallel; i++ {
			if err := <-results; err != nil {
				println(err.Error())
				os.Exit(1)
			}
		}
	}
}
