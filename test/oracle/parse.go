package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"

	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// document is one YAML document of what `helm template` or `kustomize build` printed.
type document struct {
	// Source is the template that Helm names in its `# Source:` comment.
	Source string `json:"source,omitempty"`
	Object any    `json:"object"`
	// Text stands in the place of Object where the document is no YAML.
	Text  string `json:"text,omitempty"`
	Error string `json:"error,omitempty"`
}

var sourceComment = regexp.MustCompile(`(?m)^---\n# Source: (.*)$`)

// parseOutput reads a program's output as the API server's clients do, with sigs.k8s.io/yaml: no parser of JavaScript
// takes `0755`, `yes` and `1_000` for what it does.
func parseOutput(asked request) answer {
	text, err := os.ReadFile(asked.File)
	if err != nil {
		return failed("request", err)
	}
	return answer{Status: "parsed", Documents: parseSources(text)}
}

// parseSources splits a release's manifest where Helm names the next template.
func parseSources(text []byte) []document {
	documents := []document{}
	marks := sourceComment.FindAllSubmatchIndex(text, -1)
	if len(marks) == 0 {
		return parseDocuments("", text)
	}
	for index, mark := range marks {
		end := len(text)
		if index+1 < len(marks) {
			end = marks[index+1][0]
		}
		documents = append(documents, parseDocuments(string(text[mark[2]:mark[3]]), text[mark[1]:end])...)
	}
	return documents
}

func parseDocuments(source string, text []byte) []document {
	documents := []document{}
	reader := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for {
		part, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return documents
		}
		if err != nil {
			return append(documents, document{Source: source, Error: err.Error()})
		}
		var object any
		if err := yaml.Unmarshal(part, &object); err != nil {
			documents = append(documents, document{Source: source, Text: string(part), Error: fmt.Sprint(err)})
		} else if object != nil {
			documents = append(documents, document{Source: source, Object: object})
		}
	}
}
