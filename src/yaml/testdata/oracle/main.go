// The oracle says what sigs.k8s.io/yaml and kustomize make of YAML texts, for the differential tests.
//
// It reads a JSON list of {"dialect": "sigs" | "kustomize" | "count", "text": "…"} from standard input and prints a JSON
// list of the same length: {"json": "…"} or {"error": "…"}. `count` gives the number of documents of a whole file.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	yamlv2 "go.yaml.in/yaml/v2"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	sigs "sigs.k8s.io/yaml"
)

type request struct {
	Dialect string `json:"dialect"`
	Text    string `json:"text"`
}

type answer struct {
	JSON  string `json:"json,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	var requests []request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	answers := make([]answer, len(requests))
	for i, r := range requests {
		out, err := convert(r)
		if err != nil {
			answers[i] = answer{Error: err.Error()}
		} else {
			answers[i] = answer{JSON: string(out)}
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func convert(r request) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	switch r.Dialect {
	case "sigs":
		return sigs.YAMLToJSON([]byte(r.Text))
	case "kustomize":
		return kustomize(r.Text)
	case "count":
		return count(r.Text)
	}
	return nil, fmt.Errorf("unknown dialect %q", r.Dialect)
}

// kustomize reads a document as kio.ByteReader does, and writes it as a Resource is written.
func kustomize(text string) ([]byte, error) {
	var node kyaml.Node
	err := kyaml.NewDecoder(strings.NewReader(strings.ReplaceAll(text, "\r\n", "\n"))).Decode(&node)
	if errors.Is(err, io.EOF) {
		return []byte("null"), nil
	}
	if err != nil {
		return nil, err
	}
	resource := kyaml.NewRNode(&node)
	if err := resource.DeAnchor(); err != nil {
		return nil, err
	}
	return resource.MarshalJSON()
}

func count(text string) ([]byte, error) {
	decoder := yamlv2.NewDecoder(strings.NewReader(text))
	for n := 0; ; n++ {
		var value interface{}
		err := decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			return []byte(fmt.Sprint(n)), nil
		}
		if err != nil {
			return nil, err
		}
	}
}
