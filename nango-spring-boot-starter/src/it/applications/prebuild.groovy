import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer

// the Nango that the applications call: one connection, and what the health check asks for
def connection = '''{"id":1,"connection_id":"conn-1","provider_config_key":"github","provider":"github",
	"credentials":{"type":"OAUTH2","access_token":"from-the-stub","raw":{}}}'''
def answers = ['/health': '{"result":"ok"}', '/connections': '{"connections":[]}', '/connections/conn-1': connection]

HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
stub.createContext('/') { HttpExchange exchange ->
	def answer = answers[exchange.requestURI.path]
	def known = exchange.requestHeaders.getFirst('Authorization') == 'Bearer key-of-the-applications'
	def needsKey = exchange.requestURI.path != '/health'
	def status = (needsKey && !known) ? 401 : (answer != null) ? 200 : 404
	def body = (status == 200) ? answer : '{"error":{"code":"' + status + '"}}'
	exchange.responseHeaders.set('Content-Type', 'application/json')
	byte[] bytes = body.getBytes('UTF-8')
	exchange.sendResponseHeaders(status, bytes.length)
	exchange.responseBody.write(bytes)
	exchange.close()
}
stub.start()
context['stub'] = stub

basedir.eachFileRecurse { file ->
	if (file.name == 'application.properties') {
		file.text = file.text.replace('@port@', stub.address.port as String)
	}
}
