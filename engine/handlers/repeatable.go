package handlers

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"maps"
	"math/big"
	mathrand "math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"text/template"
	"time"

	"github.com/Masterminds/sprig/v3"
	"github.com/google/uuid"
)

// fixedTime is what templates get for the present: a render does not depend on when it runs.
var fixedTime = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// repeatableFunctions replaces the template functions whose results differ from run to run, and restarts
// the source of randomness of the others.
func repeatableFunctions() template.FuncMap {
	source := mathrand.NewChaCha8([32]byte{})
	rand.Reader = source
	uuid.SetRand(source)
	random := mathrand.New(source)
	functions := sprig.TxtFuncMap()
	key := sync.OnceValue(fixedKeyPEM)
	privateKey := functions["genPrivateKey"].(func(string) string)
	return template.FuncMap{
		"now":     func() time.Time { return fixedTime },
		"ago":     func(moment any) string { return age(moment) },
		"randInt": func(low, high int) int { return random.IntN(high-low) + low },
		"shuffle": func(text string) string {
			letters := []rune(text)
			random.Shuffle(len(letters), func(i, j int) { letters[i], letters[j] = letters[j], letters[i] })
			return string(letters)
		},
		"keys":   sortedKeys,
		"values": sortedValues,
		"genPrivateKey": func(kind string) string {
			if kind == "rsa" || kind == "" {
				return key()
			}
			return privateKey(kind)
		},
		"genCA":             withFixedKey(functions["genCAWithKey"], key),
		"genSelfSignedCert": withFixedKey(functions["genSelfSignedCertWithKey"], key),
		"genSignedCert":     withFixedKey(functions["genSignedCertWithKey"], key),
	}
}

func age(moment any) string {
	past, isTime := moment.(time.Time)
	if !isTime {
		past = fixedTime
	}
	return fixedTime.Sub(past).Round(time.Second).String()
}

// sortedKeys is sprig's keys, in one of the orders that sprig may give.
func sortedKeys(tables ...map[string]any) []string {
	names := []string{}
	for _, table := range tables {
		names = append(names, slices.Sorted(maps.Keys(table))...)
	}
	return names
}

func sortedValues(table map[string]any) []any {
	values := []any{}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		values = append(values, table[name])
	}
	return values
}

// withFixedKey drops the last parameter of a sprig function, the private key, and passes the fixed one.
func withFixedKey(function any, key func() string) any {
	original := reflect.ValueOf(function)
	signature := original.Type()
	var in, out []reflect.Type
	for i := range signature.NumIn() - 1 {
		in = append(in, signature.In(i))
	}
	for i := range signature.NumOut() {
		out = append(out, signature.Out(i))
	}
	call := func(arguments []reflect.Value) []reflect.Value {
		return original.Call(append(arguments, reflect.ValueOf(key())))
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, false), call).Interface()
}

// fixedKeyPEM is the private key of every certificate that a template asks for. It protects nothing: making a
// new one takes seconds in WebAssembly, and gives another result each time.
func fixedKeyPEM() string {
	p, _ := new(big.Int).SetString(strings.Join(fixedPrimes[0], ""), 16)
	q, _ := new(big.Int).SetString(strings.Join(fixedPrimes[1], ""), 16)
	one := big.NewInt(1)
	order := new(big.Int).Mul(new(big.Int).Sub(p, one), new(big.Int).Sub(q, one))
	const exponent = 65537
	key := &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: exponent},
		D:         new(big.Int).ModInverse(big.NewInt(exponent), order),
		Primes:    []*big.Int{p, q},
	}
	key.Precompute()
	return string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}))
}

var fixedPrimes = [2][]string{
	{
		"d8c82bb812a51fdf6663757e28f690b6863e07494e5110a69deea59d1e195ead",
		"0c92400a26dd04e7a4e4f28e87b0ca7496fbff0f70239d33c3f1c95ff71ef5cb",
		"49cdd3eafaa12450c1d4ddc57b31fff2be604c2d85c54a77c6aefd018ae59d86",
		"3f785c8948fafb6fc6fc83fda97490c4d7c5be1ff1fbe091ff173f85931a88b9",
	},
	{
		"ec576b46077bfb16441d4fdb555d4dc2143ed603a2905695710b120a9bd00dc5",
		"48deae7b7e3d718d5381cb78901810a5a8cb94769e45b7096aa3bb6c05ac91bf",
		"40742b5c0e41e2cc437aa955e772511a0e82c5793f90f9c4f7eed5e9d4c7095a",
		"0565d3e823d0c65b968f82ca626ca347e072d360be0266e7847c5e30bd5192fd",
	},
}
