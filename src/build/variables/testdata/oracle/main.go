// The judge of src/build/variables: fluxcd/pkg/envsubst itself.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"

	"github.com/fluxcd/pkg/envsubst"
	"github.com/fluxcd/pkg/envsubst/parse"
)

type request struct {
	Variables map[string]string `json:"variables"`
	Texts     []string          `json:"texts"`
}

type verdict struct {
	// Error of the parser; then there is no tree.
	Error string `json:"error,omitempty"`
	// Tree holds texts and expressions.
	Tree []any `json:"tree,omitempty"`
	// Lax and Strict are results in base64, or "E: " and the error.
	Lax    string `json:"lax,omitempty"`
	Strict string `json:"strict,omitempty"`
}

type expression struct {
	Name      string `json:"name"`
	Operator  string `json:"operator"`
	Arguments []any  `json:"arguments"`
}

func main() {
	var in request
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		panic(err)
	}
	verdicts := make([]verdict, 0, len(in.Texts))
	for _, text := range in.Texts {
		verdicts = append(verdicts, judge(text, in.Variables))
	}
	if err := json.NewEncoder(os.Stdout).Encode(verdicts); err != nil {
		panic(err)
	}
}

func judge(text string, variables map[string]string) verdict {
	tree, err := parse.Parse(text)
	if err != nil {
		return verdict{Error: err.Error()}
	}
	lax := func(name string) (string, bool) { return variables[name], true }
	strict := func(name string) (string, bool) {
		value, exists := variables[name]
		return value, exists
	}
	return verdict{Tree: flatten(tree.Root), Lax: evaluate(text, lax), Strict: evaluate(text, strict)}
}

func evaluate(text string, mapping func(string) (string, bool)) (result string) {
	defer func() {
		if cause := recover(); cause != nil {
			result = "E: panic"
		}
	}()
	output, err := envsubst.Eval(text, mapping)
	if err != nil {
		return fmt.Sprintf("E: %s", err)
	}
	return base64.StdEncoding.EncodeToString([]byte(output))
}

func flatten(node parse.Node) []any {
	switch node := node.(type) {
	case *parse.ListNode:
		var parts []any
		for _, each := range node.Nodes {
			parts = append(parts, flatten(each)...)
		}
		return parts
	case *parse.FuncNode:
		arguments := []any{}
		for _, each := range node.Args {
			arguments = append(arguments, flatten(each)...)
		}
		return []any{expression{node.Param, node.Name, arguments}}
	case *parse.TextNode:
		return []any{node.Value}
	}
	return nil
}
